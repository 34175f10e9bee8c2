"""The breakages of the Python package. See mutation_list.py."""

ROOM = "python"
FOLDER = "python/auroraview"
NOTICED_BY = ("python",)

MUTATIONS = [
    ("nan-is-json", "NaN is refused by name",
     "_json.py",
     "False, False, False)",
     "False, False, True)",
     ("python test_webview",)),
]
