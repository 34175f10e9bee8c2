/*
 * What native AOT programs need of Visual C++'s static runtime library, for links on Linux: the start of a program or library,
 * thread-local storage, stack probes, and the allocation functions. Everything else comes from the Universal C Runtime of Windows.
 * For tests; a release is linked on Windows with the real library. Compiled by clang for x86_64-pc-windows-msvc, without headers.
 */
typedef unsigned long long size_t;
typedef unsigned long long uintptr;
typedef void (*initializer)(void);

#define SECTION(name) __attribute__((section(name), used))

/* ---- From the Universal C Runtime and the system ---- */
typedef struct { initializer *first, *last, *end; } onexit_table;
int _initialize_onexit_table(onexit_table *table);
int _register_onexit_function(onexit_table *table, int (*function)(void));
int _execute_onexit_table(onexit_table *table);
int _configure_wide_argv(int mode);
int _initialize_wide_environment(void);
unsigned short ***__p___wargv(void);
int *__p___argc(void);
void *malloc(size_t size);
void free(void *memory);
void exit(int code) __attribute__((noreturn));
__declspec(dllimport) int QueryPerformanceCounter(uintptr *count);
__declspec(dllimport) unsigned GetCurrentThreadId(void);

/* ---- Sections: the linker sorts them by what follows the dollar sign ---- */
SECTION(".CRT$XIA") static const initializer c_first = 0;
SECTION(".CRT$XIZ") static const initializer c_last = 0;
SECTION(".CRT$XCA") static const initializer cpp_first = 0;
SECTION(".CRT$XCZ") static const initializer cpp_last = 0;
SECTION(".CRT$XLA") static const initializer tls_first = 0;
SECTION(".CRT$XLZ") static const initializer tls_last = 0;

/* ---- Thread-local storage ---- */
SECTION(".tls") char _tls_start = 0;
SECTION(".tls$ZZZ") char _tls_end = 0;
unsigned _tls_index = 0;

/* IMAGE_TLS_DIRECTORY64, which the linker finds by its name. */
SECTION(".rdata$T") const struct { const char *start, *end; unsigned *index; const initializer *callbacks; unsigned zeros, flags; } _tls_used = {
    &_tls_start, &_tls_end, &_tls_index, &tls_first + 1, 0, 0
};

/* ---- Stack ---- */
uintptr __security_cookie = 0x00002B992DDFA232;
int _fltused = 0x9875;
int __isa_available = 0; /* no more than what every x86-64 processor has */

__attribute__((noreturn)) static void fail_fast(int code) {
    __asm__ volatile("int $0x29" : : "c"(code));
    __builtin_unreachable();
}

void __security_check_cookie(uintptr cookie) {
    if (cookie != __security_cookie)
        fail_fast(2); /* FAST_FAIL_STACK_COOKIE_CHECK_FAILURE */
}

void __report_rangecheckfailure(void) { fail_fast(8); /* FAST_FAIL_RANGE_CHECK_FAILURE */ }

void _purecall(void) { fail_fast(7); /* FAST_FAIL_FATAL_APP_EXIT */ }

/* The handler of frames with a cookie. Only an unwind would have to look at it, and nothing here unwinds such a frame. */
int __GSHandlerCheck(void *record, void *frame, void *context, void *dispatcher) {
    (void)record, (void)frame, (void)context, (void)dispatcher;
    return 1; /* ExceptionContinueSearch */
}

/* Touches each page of a large frame, in order: rax is its size, and all registers but r10 and r11 are kept. */
__asm__(".globl __chkstk\n"
        "__chkstk:\n"
        "  leaq 8(%rsp), %r10\n"
        "  subq %rax, %r10\n"
        "  movq %rsp, %r11\n"
        "1: subq $0x1000, %r11\n"
        "  cmpq %r10, %r11\n"
        "  jb 2f\n"
        "  testb $0, (%r11)\n"
        "  jmp 1b\n"
        "2: ret\n"
        /* Calls through pointers without control flow guard: to where rax says. */
        "dispatch_unguarded:\n"
        "  jmpq *%rax\n");
extern void dispatch_unguarded(void);
SECTION(".00cfg") const initializer __guard_dispatch_icall_fptr = dispatch_unguarded;

/* ---- new and delete, and the array forms ---- */
const char nothrow __asm__("?nothrow@std@@3Unothrow_t@1@B") = 0;
void *new_nothrow(size_t size, const char *tag) __asm__("??2@YAPEAX_KAEBUnothrow_t@std@@@Z");
void *new_nothrow(size_t size, const char *tag) { (void)tag; return malloc(size ? size : 1); }
void *new_array_nothrow(size_t size, const char *tag) __asm__("??_U@YAPEAX_KAEBUnothrow_t@std@@@Z");
void *new_array_nothrow(size_t size, const char *tag) { (void)tag; return malloc(size ? size : 1); }
void delete_sized(void *memory, size_t size) __asm__("??3@YAXPEAX_K@Z");
void delete_sized(void *memory, size_t size) { (void)size; free(memory); }
void delete_array(void *memory) __asm__("??_V@YAXPEAX@Z");
void delete_array(void *memory) { free(memory); }

/* ---- Beginning and end ---- */
static onexit_table at_exit;

int atexit(initializer function) { return _register_onexit_function(&at_exit, (int (*)(void))function); }

static void run_all(const initializer *from, const initializer *to) {
    while (++from < to) {
        if (*from)
            (*from)();
    }
}

static void begin(void) {
    uintptr count = 0;
    QueryPerformanceCounter(&count);
    __security_cookie = (count ^ (uintptr)GetCurrentThreadId() << 24 ^ (uintptr)&count) & 0x0000FFFFFFFFFFFF;
    _initialize_onexit_table(&at_exit);
    run_all(&c_first, &c_last);
    run_all(&cpp_first, &cpp_last);
}

#ifdef LIBRARY
int _DllMainCRTStartup(void *module, unsigned reason, void *reserved) {
    (void)module, (void)reserved;
    if (reason == 1) /* DLL_PROCESS_ATTACH */
        begin();
    else if (reason == 0) /* DLL_PROCESS_DETACH */
        _execute_onexit_table(&at_exit);
    return 1;
}
#else
int wmain(int count, unsigned short **arguments);

void wmainCRTStartup(void) {
    int code;
    begin();
    _configure_wide_argv(1);
    _initialize_wide_environment();
    code = wmain(*__p___argc(), *__p___wargv());
    _execute_onexit_table(&at_exit);
    exit(code);
}
#endif
