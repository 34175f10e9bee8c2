"""The breakages of the core: the view, the bridge, the panel host's client. See mutation_list.py."""

ROOM = "views"
FOLDER = "src/AuroraView"
NOTICED_BY = ("bridge", "views")

MUTATIONS = [
    ("token-not-compared", "a message without the view's token is refused",
     "Bridge/Messages/PageMessageReader.cs",
     "        if (!token.IsPrefixOf(message))\n",
     "        if (message.Length < PageToken.Length)\n",
     ("bridge PageMessageReaderTests",)),
    ("closing-not-asked", "a handler of Closing may refuse",
     "Views/ViewCore.Close.cs",
     "                if (refused)\n                    return false;\n",
     "",
     ("views CloseTests",)),
]
