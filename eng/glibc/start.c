/* The way from the C library's start file to main, as it was before glibc 2.34.
 *
 * A start file of glibc 2.34 or newer hands __libc_start_main no initialiser, because that function has run the program's
 * constructors itself since. An older glibc does not, so a program started that way would run there without them. Linked with
 * --wrap=__libc_start_main, the start file comes here, and the old version of the function is called with an initialiser: both
 * generations of glibc then run the constructors, once. */

typedef int main_function(int, char **, char **);
typedef void initialiser(int, char **, char **);

extern initialiser *__init_array_start[] __attribute__((visibility("hidden")));
extern initialiser *__init_array_end[] __attribute__((visibility("hidden")));
extern void _init(void);

extern int old_start_main(main_function *, int, char **, initialiser *, void (*)(void), void (*)(void), void *);
__asm__(".symver old_start_main, __libc_start_main@GLIBC_2.2.5");

static void run_constructors(int count, char **arguments, char **environment)
{
    _init();
    for (initialiser **next = __init_array_start; next < __init_array_end; next++)
        (*next)(count, arguments, environment);
}

int __wrap___libc_start_main(main_function *program, int count, char **arguments, initialiser *none, void (*finaliser)(void),
                             void (*loader_finaliser)(void), void *stack_end);

int __wrap___libc_start_main(main_function *program, int count, char **arguments, initialiser *none, void (*finaliser)(void),
                             void (*loader_finaliser)(void), void *stack_end)
{
    return old_start_main(program, count, arguments, none ? none : run_constructors, finaliser, loader_finaliser, stack_end);
}
