"""The breakages of the panel host and of WebKitGTK's side. See mutation_list.py."""

ROOM = "webkit"
FOLDER = "src"
NOTICED_BY = ("panelhost", "views")

MUTATIONS = [
    ("link-leads-out", "a page reads nothing outside the folder that is served, also through a symbolic link",
     "AuroraView.WebKit/Pages/AssetFolder.cs",
     "        if (!IsInside(Resolve(descriptor)))\n",
     "        if (Resolve(descriptor) is null)\n",
     ("panelhost AssetTests",)),
    ("endless-page-survives-a-load", "a load that finds the page unresponsive ends its process",
     "AuroraView.WebKit/WebKitView.cs",
     "        if (Scripts.Life.IsUnresponsive)\n            TerminatePage();\n",
     "",
     ("views LostPageTests.Load_PageInAnEndlessLoop_EndsItsProcessAndIsShown",)),
    ("unread-call-dropped", "a call is not dropped because its host does not read for a while",
     "AuroraView.WebKit/View/MessageGate.cs",
     " || (unheard <= MostOfAll && HasReceiver(message)));",
     ");",
     ("panelhost PageTests",)),
    ("group-member-closed-ends-all", "closing one panel of a group leaves the others' page process",
     "AuroraView.WebKit/WebKitView.cs",
     "        if (!PageGroups.IsShared(this))\n            Native.WebKit.TerminateProcess(_view);\n",
     "        Native.WebKit.TerminateProcess(_view);\n",
     ("panelhost SharedHostTests41",)),
    ("group-not-related", "panels of a group share one page process",
     "AuroraView.WebKit/Engine/PageGroups.cs",
     "        members.Add(view);\n",
     "",
     ("panelhost SharedHostTests41",)),
    ("spare-view-not-taken", "the first panel takes the view that was made ready",
     "AuroraView.WebKit/Engine/SpareView.cs",
     "        if (s_made is not { } made || made.Accelerated != accelerated)\n",
     "        if (s_made is not { } made || made.Accelerated == accelerated)\n",
     ("panelhost PrewarmTests41",)),
    ("ping-not-answered", "a panel host that reads gives a sign",
     "AuroraView.PanelHost/PanelServer.cs",
     "            channel.Pong();\n",
     "",
     ("views RestartTests41",)),
]
