/* How much address space the .NET runtime sets aside for its heap.
 *
 * It sets 256 GB aside, which costs nothing, and ends the process if it does not get them: as under a limit of address space (ulimit -v, batch
 * systems). It looks for another size in an environment variable. Linked with --wrap=getenv that question comes here, and under a limit the answer
 * is a quarter of what the limit leaves. Without a limit, or where the variable is set, nothing changes. */

#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define USUAL (256ULL << 30)
#define LEAST (64ULL << 20)

char *__real_getenv(const char *name);
char *__wrap_getenv(const char *name);

static unsigned long long address_space_in_use(void)
{
    char text[64];
    int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    long length = file < 0 ? 0 : read(file, text, sizeof text);
    unsigned long long pages = 0;
    if (file >= 0)
        close(file);
    for (long at = 0; at < length && text[at] >= '0' && text[at] <= '9'; at++)
        pages = pages * 10 + (unsigned long long)(text[at] - '0');
    return pages * (unsigned long long)sysconf(_SC_PAGESIZE);
}

static char *region_range(void)
{
    static char digits[17]; /* hexadecimal, as the runtime reads it */
    struct rlimit limit;
    if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return 0;
    unsigned long long used = address_space_in_use();
    unsigned long long range = limit.rlim_cur > used ? (limit.rlim_cur - used) / 4 : 0;
    range = (range < LEAST ? LEAST : range > USUAL ? USUAL : range) & ~0xFFFFFULL;
    for (int at = 15; at >= 0; at--, range >>= 4)
        digits[at] = "0123456789abcdef"[range & 15];
    return digits;
}

char *__wrap_getenv(const char *name)
{
    char *set = __real_getenv(name);
    return set || strcmp(name, "DOTNET_GCRegionRange") != 0 ? set : region_range();
}
