"""``python -m auroraview doctor``: what is there, what is missing, the command that mends it, the exit code."""

import os
import shutil
import unittest

import support


def doctor(code=0, **environment):
    return support.run([support.python(), "-m", "auroraview", "doctor"], environment, code=code)


class DoctorTests(unittest.TestCase):
    def test_doctor_all_there_says_so_and_ends_with_0(self):
        said = doctor(DISPLAY=support.display())
        for line in ("ok       library        AuroraView ", "ok       panel host     /", "ok       WebKitGTK      WebKitGTK 2.", "ok       dispatcher     explicit"):
            self.assertIn(line, said)
        self.assertIn("ok       display        %s\n" % support.display(), said)
        self.assertTrue(said.endswith("Everything a panel needs is here.\n"), said)

    def test_doctor_no_display_says_how_to_get_one_and_ends_with_1(self):
        said = doctor(code=1)
        self.assertIn("MISSING  display        There is no X display: DISPLAY is not set.", said)
        self.assertIn("apt-get install xvfb", said)
        self.assertTrue(said.endswith("1 missing.\n"), said)

    def test_doctor_dead_display_names_it(self):
        self.assertIn("The X display ':65000' cannot be opened", doctor(code=1, DISPLAY=":65000"))

    def test_doctor_no_engine_says_which_variable_asks_for_it(self):
        said = doctor(code=1, DISPLAY=support.display(), AURORAVIEW_WEBKIT_API="9.9")
        self.assertIn("MISSING  WebKitGTK ", said)
        self.assertIn("fix: unset AURORAVIEW_WEBKIT_API\n", said)

    def test_doctor_no_panel_host_names_where_it_belongs(self):
        said = doctor(code=1, DISPLAY=support.display(), AURORAVIEW_PANEL_HOST="/nonexistent/panelhost")
        self.assertIn("MISSING  panel host     /nonexistent/panelhost does not exist\n", said)
        self.assertIn("fix: unset AURORAVIEW_PANEL_HOST\n", said)

    def test_doctor_panel_host_that_is_none_says_what_it_did(self):
        program = os.path.join(support.temporary_folder(), "panelhost")
        shutil.copy(shutil.which("false"), program)
        self.assertIn("MISSING  panel host     it ended with code 1", doctor(code=1, AURORAVIEW_PANEL_HOST=program))

    def test_doctor_named_panel_host_that_may_not_run_says_so(self):
        program = os.path.join(support.temporary_folder(), "panelhost")
        open(program, "w").close()
        said = doctor(code=1, AURORAVIEW_PANEL_HOST=program)
        self.assertIn("%s may not be executed" % program, said)
        self.assertIn("fix: chmod a+x '%s'" % program, said)

    def test_doctor_no_library_says_so_instead_of_a_traceback(self):
        said = doctor(code=1, DISPLAY=support.display(), AURORAVIEW_LIBRARY="/nonexistent/libauroraview.so")
        self.assertIn("MISSING  library        AuroraView's native library was not found at /nonexistent/libauroraview.so.", said)
        self.assertIn("fix: unset AURORAVIEW_LIBRARY\n", said)
        self.assertNotIn("Traceback", said)

    def test_doctor_wrong_library_says_so(self):
        library = os.path.join(support.temporary_folder(), "libauroraview.so")
        with open(library, "wb") as file:
            file.write(b"no library")
        self.assertIn("cannot be loaded by this Python", doctor(code=1, DISPLAY=support.display(), AURORAVIEW_LIBRARY=library))

    def test_doctor_unknown_dispatcher_names_those_there_are(self):
        said = doctor(code=0, DISPLAY=support.display(), AURORAVIEW_DISPATCHER="mayaa")
        self.assertIn("mayaa", said)
        self.assertIn("blender", said)
        self.assertIn("explicit", said)

    def test_import_without_the_library_fails_with_what_to_do(self):
        said = support.run([support.python(), "-c", "import auroraview"], {"AURORAVIEW_LIBRARY": "/nonexistent/lib.so"}, code=1)
        self.assertIn("ImportError: AuroraView's native library was not found at /nonexistent/lib.so.", said)

    def test_command_line_that_is_wrong_ends_with_2(self):
        self.assertIn("usage: python -m auroraview", support.run([support.python(), "-m", "auroraview", "treat"], code=2))


if __name__ == "__main__":
    unittest.main()
