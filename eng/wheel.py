#!/usr/bin/env python3
"""Makes the wheel, and the add-on that Blender installs, from what ./build.sh built, or for Windows from what dotnet publish did (docs/windows.md).
Needs nothing but Python.

    eng/wheel.py [--platform linux|windows] [--native FOLDER] [--out FOLDER] [wheel] [addon]

Both, for this platform, from artifacts/native and into artifacts/wheel, unless said otherwise. The same sources and binaries give the same bytes: names are
sorted, times are SOURCE_DATE_EPOCH's or 1980's, modes are set here.
"""

import argparse
import base64
import hashlib
import os
import re
import sys
import time
import zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PACKAGE = os.path.join(ROOT, "python", "auroraview")
ADDON = "auroraview_panel"
ADDON_SOURCES = os.path.join(ROOT, "samples", "blender_addon")
PROGRAMS = ("auroraview-panelhost", "libauroraview.so")
SOURCES = (".py", ".pyi", ".typed")
OLDEST = (1980, 1, 1, 0, 0, 0)


class Linux:
    """The native library with WebKitGTK's helper process."""

    name = "linux-x64"
    tag = "py3-none-manylinux_2_28_x86_64"
    classifier = "Operating System :: POSIX :: Linux"

    @staticmethod
    def binaries(native):
        """Name in the package: path."""
        return {
            "libauroraview.so": os.path.join(native, "libauroraview.so"),
            "auroraview-panelhost": os.path.join(ROOT, "artifacts", "panelhost", "auroraview-panelhost"),
        }

    @staticmethod
    def licenses():
        """Licenses of what others wrote, by the name they get."""
        return {}


class Windows:
    """The native library with Microsoft's loader of WebView2."""

    name = "windows-x64"
    tag = "py3-none-win_amd64"
    classifier = "Operating System :: Microsoft :: Windows"

    @staticmethod
    def binaries(native):
        """Name in the package: path."""
        return {name: os.path.join(native, name) for name in ("auroraview.dll", "WebView2Loader.dll")}

    @staticmethod
    def licenses():
        """Licenses of what others wrote, by the name they get."""
        package = "Microsoft.Web.WebView2"
        with open(os.path.join(ROOT, "Directory.Packages.props"), encoding="utf-8") as file:
            number = re.search(r'"%s" Version="([^"]+)"' % re.escape(package), file.read()).group(1)
        packages = os.environ.get("NUGET_PACKAGES") or os.path.join(os.path.expanduser("~"), ".nuget", "packages")
        return {"LICENSE.WebView2": needed(os.path.join(packages, package.lower(), number, "LICENSE.txt"), "restore the solution first")}


PLATFORMS = {"linux": Linux, "windows": Windows}


def needed(path, otherwise):
    """A file's content; without it the program ends and says what to do."""
    if not os.path.exists(path):
        sys.exit("wheel.py: there is no %s; %s" % (os.path.relpath(path, ROOT) if path.startswith(ROOT + os.sep) else path, otherwise))
    return read(path)


def version():
    """The one version of everything: that of Directory.Build.props."""
    with open(os.path.join(ROOT, "Directory.Build.props"), encoding="utf-8") as file:
        return re.search(r"<Version>([^<]+)</Version>", file.read()).group(1)


def package_files(platform, native):
    """Name in the archive: content, of the Python package with a platform's binaries."""
    files = {}
    for folder, folders, names in os.walk(PACKAGE):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in names:
            if name.endswith(SOURCES):
                path = os.path.join(folder, name)
                files[os.path.relpath(path, os.path.dirname(PACKAGE)).replace(os.sep, "/")] = read(path)
    for name, path in platform.binaries(native).items():
        files["auroraview/" + name] = needed(path, "run ./build.sh first" if platform is Linux else "publish it first, see docs/windows.md")
    return files


def read(path):
    with open(path, "rb") as file:
        return file.read()


def metadata(platform):
    """The files of the wheel's .dist-info, but RECORD."""
    readme = read(os.path.join(ROOT, "python", "README.md")).decode("utf-8")
    licenses = {"LICENSE": read(os.path.join(ROOT, "LICENSE"))}
    licenses.update(platform.licenses())
    about = (
        "Metadata-Version: 2.1\nName: auroraview\nVersion: %s\n"
        "Summary: HTML/JS tool panels in a real web view inside a DCC application, without freezing, corrupting or killing it\n"
        "Author: AuroraView contributors\nLicense: MIT\n%sRequires-Python: >=3.7\n"
        "Keywords: webview,dcc,maya,houdini,blender,nuke,3dsmax,unreal\n"
        "Classifier: License :: OSI Approved :: MIT License\nClassifier: %s\n"
        "Classifier: Programming Language :: Python :: 3\nClassifier: Typing :: Typed\n"
        "Description-Content-Type: text/markdown\n\n%s"
        % (version(), "".join("License-File: %s\n" % name for name in sorted(licenses)), platform.classifier, readme)
    )
    files = {
        "METADATA": about.encode("utf-8"),
        "WHEEL": ("Wheel-Version: 1.0\nGenerator: auroraview\nRoot-Is-Purelib: false\nTag: %s\n" % platform.tag).encode("ascii"),
        "top_level.txt": b"auroraview\n",
    }
    files.update(licenses)
    return files


def record(files, name):
    """RECORD: name, hash and size of every file; of itself only the name."""
    lines = []
    for path, content in sorted(files.items()):
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode("ascii")
        lines.append("%s,sha256=%s,%d" % (path, digest, len(content)))
    return ("\n".join(lines + [name + ",,"]) + "\n").encode("utf-8")


def write_zip(path, files):
    """An archive of the files, the same for the same files. Written beside and put in place at once."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    when = max(OLDEST, time.gmtime(int(epoch))[:6]) if epoch else OLDEST
    with zipfile.ZipFile(path + ".part", "w", zipfile.ZIP_DEFLATED) as archive:
        # The wheel format asks for the metadata last.
        for name in sorted(files, key=lambda name: (".dist-info/" in name, name)):
            entry = zipfile.ZipInfo(name, when)
            entry.create_system = 3  # Unix: the modes below count
            entry.external_attr = (0o100755 if name.rsplit("/", 1)[-1] in PROGRAMS else 0o100644) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name])
    os.replace(path + ".part", path)
    print(os.path.relpath(path, ROOT) if path.startswith(ROOT + os.sep) else path)


def make_wheel(platform, native, out):
    """auroraview-VERSION-TAG.whl."""
    files = package_files(platform, native)
    folder = "auroraview-%s.dist-info/" % version()
    files.update((folder + name, content) for name, content in metadata(platform).items())
    files[folder + "RECORD"] = record(files, folder + "RECORD")
    write_zip(os.path.join(out, "auroraview-%s-%s.whl" % (version(), platform.tag)), files)


def make_blender_addon(platform, native, out):
    """auroraview_blender-VERSION-PLATFORM.zip, for Blender's Preferences > Add-ons > Install: the sample add-on with the package inside."""
    files = {ADDON + "/modules/" + name: content for name, content in package_files(platform, native).items()}
    for folder, folders, names in os.walk(ADDON_SOURCES):
        folders[:] = sorted(name for name in folders if name not in ("__pycache__", "modules"))
        for name in names:
            path = os.path.join(folder, name)
            files[ADDON + "/" + os.path.relpath(path, ADDON_SOURCES).replace(os.sep, "/")] = read(path)
    write_zip(os.path.join(out, "auroraview_blender-%s-%s.zip" % (version(), platform.name)), files)


PRODUCTS = {"wheel": make_wheel, "addon": make_blender_addon}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--platform", choices=sorted(PLATFORMS), default="windows" if sys.platform == "win32" else "linux", help="for which; this one's unless said otherwise")
    parser.add_argument("--native", default=os.path.join(ROOT, "artifacts", "native"), help="where the native library is")
    parser.add_argument("--out", default=os.path.join(ROOT, "artifacts", "wheel"))
    parser.add_argument("products", nargs="*", metavar="wheel|addon", help="which; both unless said otherwise")
    given = parser.parse_args()
    for name in given.products:
        if name not in PRODUCTS:
            parser.error("there is no '%s'; there are: %s" % (name, ", ".join(PRODUCTS)))
    out = os.path.abspath(given.out)
    os.makedirs(out, exist_ok=True)
    for name in given.products or PRODUCTS:
        PRODUCTS[name](PLATFORMS[given.platform], os.path.abspath(given.native), out)


if __name__ == "__main__":
    main()
