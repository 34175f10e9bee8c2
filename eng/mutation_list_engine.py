"""The breakages of the seam to an engine and of the channel to the panel host. See mutation_list.py."""

ROOM = "engine"
FOLDER = "src/AuroraView.Engine"
NOTICED_BY = ("panelhost FrameDecoderTests", "panelhost ChannelWriterTests")

MUTATIONS = [
    ("cut-frame-is-an-end", "a channel that ends inside a frame is told from one that ends",
     "Framing/FrameDecoder.cs",
     "        if (_end != _start)\n            throw",
     "        if (_end < _start)\n            throw",
     ("panelhost FrameDecoderTests",)),
    ("port-without-a-reason", "a load by a port that engines refuse fails with the reason",
     "Pages/RestrictedPorts.cs",
     "Array.BinarySearch(s_ports, parsed.Port) >= 0",
     "parsed.Port < 0",
     ("views LostPageTests.LoadUrl_PortThatEnginesRefuse_FailsWithThePort",)),
]
