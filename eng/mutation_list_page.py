"""The breakages of the page's script. See mutation_list.py."""

ROOM = "page"
FOLDER = "src/AuroraView/Bridge/Page"
NOTICED_BY = ("page",)

MUTATIONS = [
    ("subframe-has-the-bridge", "only the top frame has the bridge",
     "01-captured.js",
     "  if (page.top !== page) return;\n",
     "",
     ("page calls",)),
    ("given-up-call-runs-on", "the host hears of a call that the page no longer waits for",
     "06-calls.js",
     """    send(`["cancel",${id},"${reason}"]`);\n""",
     "",
     ("page calls",)),
]
