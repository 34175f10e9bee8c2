"""The breakages of the C interface. See mutation_list.py."""

ROOM = "native"
FOLDER = "src/AuroraView.Native"
NOTICED_BY = ("python test_native",)

MUTATIONS = [
    ("any-bytes-are-text", "a text that is not UTF-8 is an error",
     "Abi/Utf8Argument.cs",
     "throwOnInvalidBytes: true",
     "throwOnInvalidBytes: false"),
]
