"""The breakages of the channel between a view and its panel host. See mutation_list.py."""

ROOM = "channel"
FOLDER = "src/AuroraView.Channel"
NOTICED_BY = ("panelhost FrameDecoderTests", "panelhost ChannelWriterTests")

MUTATIONS = [
    ("cut-frame-is-an-end", "a channel that ends inside a frame is told from one that ends",
     "Framing/FrameDecoder.cs",
     "        if (_end != _start)\n            throw",
     "        if (_end < _start)\n            throw",
     ("panelhost FrameDecoderTests",)),
]
