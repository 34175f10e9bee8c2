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
]
