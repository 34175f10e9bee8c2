/* CPython's configuration for Windows, which knows Visual C++ only, told of mingw's gcc. */
#ifndef AURORAVIEW_PYCONFIG_H
#define AURORAVIEW_PYCONFIG_H

#define MS_WIN64
#define PYD_PLATFORM_TAG "win_amd64"
#define PY_SUPPORT_TIER 0
#define Py_WINVER 0x0602
#define Py_NTDDI 0x06020000
#ifndef _WIN32_WINNT
#define _WIN32_WINNT Py_WINVER
#endif
#ifndef NTDDI_VERSION
#define NTDDI_VERSION Py_NTDDI
#endif
#define HAVE_PY_SSIZE_T 1
typedef long long Py_ssize_t;
#define PY_SSIZE_T_MAX 0x7fffffffffffffffLL

#include "pyconfig_of_visual_c.h"
#endif
