/* The built-in modules of the Python that the tests run under Wine, and the few that start frozen. */
#include "Python.h"
#include "pycore_import.h"

#include <stdbool.h>

#include "Python/frozen_modules/importlib._bootstrap.h"
#include "Python/frozen_modules/importlib._bootstrap_external.h"
#include "Python/frozen_modules/zipimport.h"

#define INITIALISED_BY_PYINIT(with) \
    with(_abc) with(array) with(_ast) with(atexit) with(binascii) with(_bisect) with(_codecs) with(_collections) with(_contextvars) with(_ctypes) \
    with(_datetime) with(errno) with(faulthandler) with(_functools) with(gc) with(_heapq) with(_imp) with(_io) with(itertools) with(_json) \
    with(_locale) with(math) with(msvcrt) with(nt) with(_opcode) with(_operator) with(_overlapped) with(_pickle) with(_random) with(select) \
    with(_sha512) with(_signal) with(_socket) with(_sre) with(_stat) with(_string) with(_struct) with(_symtable) with(_thread) with(time) \
    with(_tokenize) with(_tracemalloc) with(_typing) with(_weakref) with(_winapi) with(winreg)

#define DECLARE(name) extern PyObject *PyInit_##name(void);
#define ENTER(name) {#name, PyInit_##name},

INITIALISED_BY_PYINIT(DECLARE)
extern PyObject *PyMarshal_Init(void);
extern PyObject *_PyWarnings_Init(void);

struct _inittab _PyImport_Inittab[] = {
    INITIALISED_BY_PYINIT(ENTER)
    {"marshal", PyMarshal_Init},
    {"_warnings", _PyWarnings_Init},
    {"builtins", NULL},
    {"sys", NULL},
    {NULL, NULL},
};

#define FROZEN(name, code) {name, _Py_M__##code, (int)sizeof _Py_M__##code, false, NULL}

static const struct _frozen at_start[] = {
    FROZEN("_frozen_importlib", importlib__bootstrap),
    FROZEN("_frozen_importlib_external", importlib__bootstrap_external),
    FROZEN("zipimport", zipimport),
    {0},
};
static const struct _frozen none[] = {{0}};
static const struct _module_alias aliases[] = {
    {"_frozen_importlib", "importlib._bootstrap"},
    {"_frozen_importlib_external", "importlib._bootstrap_external"},
    {0},
};

const struct _frozen *_PyImport_FrozenBootstrap = at_start;
const struct _frozen *_PyImport_FrozenStdlib = none;
const struct _frozen *_PyImport_FrozenTest = none;
const struct _module_alias *_PyImport_FrozenAliases = aliases;
const struct _frozen *PyImport_FrozenModules = NULL;

/* Nothing is frozen as objects. */
int _Py_Deepfreeze_Init(void) { return 0; }
void _Py_Deepfreeze_Fini(void) {}
