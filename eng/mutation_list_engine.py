"""The breakages of the panel host and of WebKitGTK's side. See mutation_list.py."""

ROOM = "engine"
FOLDER = "src"
NOTICED_BY = ("panelhost", "views")

MUTATIONS = [
    ("link-leads-out", "a page reads nothing outside the folder that is served, also through a symbolic link",
     "AuroraView.WebKit/Pages/AssetFolder.cs",
     "        if (!IsInside(Resolve(descriptor)))\n",
     "        if (Resolve(descriptor) is null)\n",
     ("panelhost AssetTests",)),
]
