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
    ("flood-is-not-cut", "a page that sends faster than it may is cut in the page",
     "04-outbox.js",
     "    return allowed > 0 && allowedSize > 0;\n",
     "    return true;\n",
     ("page events",)),
    ("failed-call-costs-nothing", "calls that fail use up what a page may send",
     "06-calls.js",
     "      spend(entry.size, 1);\n      entry.reject",
     "      entry.reject",
     ("page calls",)),
    ("report-costs-no-more-than-an-event", "of an error in a loop the host hears 200 times a second",
     "04-outbox.js",
     ", maxPending / 200);",
     ", 1);",
     ("page events",)),
]
