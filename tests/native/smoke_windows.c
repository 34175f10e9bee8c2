/*
 * A C program of Windows as a client. Its main thread only runs a message loop, as a host does; another thread tries everything from there. The
 * engine is the conformance double of tests/WebView2Double, found by the real loader. Ends with the line that test.sh counts.
 *
 *   smoke_windows path\to\auroraview.dll path\to\the\double [leave]
 *
 * leave: ends with an open panel and callers that wait for the main thread, as a host does that is simply closed.
 */
#include <fcntl.h>
#include <io.h>
#include <process.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

#include "auroraview.h"

#define LOAD(name) *(FARPROC *)(void *)&name##_ = need(GetProcAddress(library, #name), #name)
#define CHECK(condition) ((condition) ? (void)0 : fail(#condition, __LINE__))
#define TEXT_(text) (text), (int64_t)strlen(text)
#define BOUND 60000

enum { WORKERS = 8, CALLS = 100 };
enum { ADD = 7, LATER, PANEL, RESULT, NESTED, LOOP, BLOCK, NEVER_RUN, ON_PAGE, POSTED = 1000, INVOKED = 2000 };

static int32_t (*av_abi_version_)(void);
static int32_t (*av_last_error_)(av_text *);
static void (*av_text_free_)(av_text *);
static int32_t (*av_attach_)(int32_t, const char *, int64_t, const char *, int64_t, int32_t, av_run, void *, int64_t *);
static int32_t (*av_detach_)(int64_t, int64_t);
static int32_t (*av_serve_)(int64_t, int64_t);
static int32_t (*av_wake_window_)(int64_t, int32_t);
static int32_t (*av_wake_descriptor_)(int64_t, int32_t *);
static int32_t (*av_wake_signal_)(int64_t, int32_t, int32_t);
static int32_t (*av_post_)(int64_t, int64_t, const char *, int64_t);
static int32_t (*av_invoke_)(int64_t, int64_t, const char *, int64_t, int64_t);
static int32_t (*av_view_create_)(int64_t, const char *, int64_t, int64_t, int64_t *);
static int32_t (*av_view_on_)(int64_t, const char *, int64_t, int64_t, int32_t);
static int32_t (*av_view_listen_)(int64_t, int32_t, int32_t);
static int32_t (*av_view_info_)(int64_t, av_text *);
static int32_t (*av_view_emit_)(int64_t, const char *, int64_t, const char *, int64_t, int32_t);
static int32_t (*av_view_eval_async_)(int64_t, const char *, int64_t, int64_t, int64_t, int32_t);
static int32_t (*av_view_eval_sync_)(int64_t, const char *, int64_t, int64_t, av_text *);
static int32_t (*av_view_close_)(int64_t, int64_t, int32_t);
static int32_t (*av_view_window_)(int64_t, int32_t, int32_t, int32_t);
static int32_t (*av_reply_)(int64_t, const char *, int64_t);

static DWORD main_thread;
static HWND host;
static int64_t session, view;
static int passed;
static HANDLE blocked, release, result_came, waiting;
static volatile LONG posted, invoked[WORKERS], loaded, never_run, loop_ends, clients[2];

static void end(int code) {
    printf("%d passed, %d failed, 0 skipped\n", passed, code != 0);
    fflush(stdout);
    ExitProcess(code);
}

static void fail(const char *what, int line) {
    av_text error = {0};
    printf("line %d: %s\n", line, what);
    if (av_last_error_ && av_last_error_(&error))
        printf("%s\n", error.data);
    end(1);
}

static FARPROC need(FARPROC found, const char *name) {
    if (!found) {
        printf("%s is not exported\n", name);
        end(1);
    }
    return found;
}

static int on_main(void) { return GetCurrentThreadId() == main_thread; }

/* Whether the last error has this text in its JSON. */
static int error_says(const char *text) {
    av_text error = {0};
    int says = av_last_error_(&error) == 1 && strstr(error.data, text);
    if (!says)
        printf("not in %s: %s\n", error.data ? error.data : "(no error)", text);
    av_text_free_(&error);
    return says;
}

/* Runs a script and compares its result. */
static int gives(const char *script, const char *expected) {
    av_text json = {0};
    int same = av_view_eval_sync_(view, TEXT_(script), BOUND, &json) == AV_VALUE_JSON && strcmp(json.data, expected) == 0;
    if (!same)
        printf("%s: %s, not %s\n", script, json.data ? json.data : "(nothing)", expected);
    av_text_free_(&json);
    return same;
}

struct lent { int64_t session, queue; };

static unsigned __stdcall serve(void *lent) {
    struct lent *to = lent;
    av_serve_(to->session, to->queue);
    free(to);
    return 0;
}

static HANDLE start(unsigned(__stdcall *function)(void *), void *argument) {
    HANDLE thread = (HANDLE)_beginthreadex(NULL, 0, function, argument, 0, NULL);
    CHECK(thread != NULL);
    return thread;
}

static void lend_thread(int64_t to_session, int64_t queue) {
    struct lent *lent = malloc(sizeof *lent);
    lent->session = to_session;
    lent->queue = queue;
    CloseHandle(start(serve, lent));
}

static unsigned __stdcall answer(void *reply) {
    CHECK(av_reply_((int64_t)(intptr_t)reply, TEXT_("14")) == 0);
    return 0;
}

static unsigned __stdcall end_loop(void *unused) {
    (void)unused;
    CHECK(av_invoke_(session, LOOP + 100, TEXT_("end the loop"), BOUND) == 0);
    return 0;
}

/* A dialog's loop, inside a call: the calls of others go on. */
static void run_modal_loop(void) {
    MSG message;
    HANDLE other = start(end_loop, NULL);
    while (!loop_ends && GetMessageW(&message, NULL, 0, 0) > 0)
        DispatchMessageW(&message);
    CHECK(loop_ends);
    CloseHandle(other);
}

static void run_function(int64_t token) {
    CHECK(on_main());
    if (token == POSTED)
        InterlockedIncrement(&posted);
    else if (token >= INVOKED)
        invoked[token - INVOKED]++;
    else if (token == BLOCK)
        CHECK(SetEvent(blocked) && WaitForSingleObject(release, BOUND) == WAIT_OBJECT_0);
    else if (token == NEVER_RUN)
        never_run = 1;
    else if (token == LOOP)
        run_modal_loop();
    else if (token == LOOP + 100)
        loop_ends = 1;
    else if (token == ON_PAGE)
        CHECK(gives("double.call(\"add\",[1,2])", "{\"sum\":3}"));
}

static int32_t run(void *context, int32_t what, int64_t token, int64_t reply, const char *json, int64_t length) {
    ++*(volatile LONG *)context;
    switch (what) {
    case AV_RUN_HANDLER:
        if (token == LATER) {
            CHECK(json == NULL && length == -1 && !on_main());
            CloseHandle(start(answer, (void *)(intptr_t)reply));
            return AV_REPLY_LATER;
        }
        CHECK(token == ADD && length == 5 && memcmp(json, "[1,2]", 5) == 0 && on_main());
        CHECK(av_reply_(reply, TEXT_("{\"sum\":3}")) == 0);
        CHECK(av_reply_(reply, TEXT_("1")) == AV_E_BAD_HANDLE);
        return 0;
    case AV_RUN_FUNCTION:
        run_function(token);
        return 0;
    case AV_RUN_RESULT:
        CHECK(token == RESULT && strstr(json, "\"value\":\"ok\"") && !on_main());
        SetEvent(result_came);
        return 0;
    case AV_RUN_EVENT:
        CHECK(token == PANEL && reply == AV_EVENT_LOADED && strstr(json, "auroraview://app"));
        loaded = on_main();
        return 0;
    case AV_RUN_SERVE:
        lend_thread(session, token);
        return 0;
    default: /* AV_RUN_WAKE: the window wakes the host, nobody is asked */
        CHECK(what != AV_RUN_WAKE);
        return 0;
    }
}

/* ---- The steps ---- */

static void versions_and_errors(void) {
    int64_t none;
    CHECK(av_abi_version_() == AV_ABI_VERSION);
    CHECK(av_attach_(AV_ABI_VERSION + 1, TEXT_("smoke"), TEXT_("C"), 1, run, (void *)&clients[0], &none) == AV_E_VERSION);
    CHECK(error_says("\"status\":-5") && error_says("\"code\":\"Version\""));
    CHECK(av_attach_(AV_ABI_VERSION, TEXT_("smoke"), TEXT_("C"), 1, NULL, NULL, &none) == AV_E_ARGUMENT);
    CHECK(av_post_(4711, POSTED, TEXT_("post")) == AV_E_BAD_HANDLE);
}

/* On the main thread. */
static void attach(LONG volatile *client) {
    CHECK(av_attach_(AV_ABI_VERSION, TEXT_("smoke"), TEXT_("C program"), 1, run, (void *)client, &session) == 0);
    lend_thread(session, 0);
    CHECK(av_wake_window_(session, 0) == 0);
}

static void what_is_linux(void) {
    int32_t number;
    CHECK(av_wake_descriptor_(session, &number) == AV_E_PLATFORM && error_says("av_wake_window"));
    CHECK(av_wake_signal_(session, 40, 0) == AV_E_PLATFORM && error_says("av_wake_window"));
}

static unsigned __stdcall work(void *number) {
    int64_t mine = INVOKED + (int64_t)(intptr_t)number;
    for (int call = 0; call < CALLS; call++) {
        CHECK(av_post_(session, POSTED, TEXT_("post")) == 0);
        CHECK(av_invoke_(session, mine, TEXT_("invoke"), BOUND) == 0);
        CHECK(invoked[mine - INVOKED] == call + 1);
    }
    return 0;
}

static void posts_and_calls_of_many_threads(void) {
    HANDLE threads[WORKERS];
    posted = 0;
    memset((void *)invoked, 0, sizeof invoked);
    for (intptr_t number = 0; number < WORKERS; number++)
        threads[number] = start(work, (void *)number);
    CHECK(WaitForMultipleObjects(WORKERS, threads, TRUE, BOUND) == WAIT_OBJECT_0);
    CHECK(posted == WORKERS * CALLS);
    for (int number = 0; number < WORKERS; number++)
        CloseHandle(threads[number]);
}

static void modal_loop_inside_a_call(void) {
    loop_ends = 0;
    CHECK(av_invoke_(session, LOOP, TEXT_("dialog"), BOUND) == 0);
}

static void timeout_of_a_busy_main_thread(void) {
    CHECK(av_post_(session, BLOCK, TEXT_("block")) == 0);
    CHECK(WaitForSingleObject(blocked, BOUND) == WAIT_OBJECT_0);
    CHECK(av_invoke_(session, NEVER_RUN, TEXT_("late"), 50) == AV_E_TIMEOUT);
    CHECK(error_says("\"still_running\":false") && error_says("\"target_runs\":\"block\""));
    CHECK(SetEvent(release));
    CHECK(av_invoke_(session, POSTED, TEXT_("invoke"), BOUND) == 0 && !never_run);
}

static void open_view(void) {
    char options[200];
    snprintf(options, sizeof options, "{\"title\":\"smoke\",\"html\":\"<p>hello</p>\",\"dcc_mode\":true,\"parent\":%lld}", (long long)(intptr_t)host);
    CHECK(av_view_create_(session, TEXT_("{\"titel\":\"typo\"}"), PANEL, &view) == AV_E_ARGUMENT && error_says("titel"));
    CHECK(av_view_create_(session, TEXT_(options), PANEL, &view) == 0);
    CHECK(av_view_on_(view, TEXT_("add"), ADD, AV_THREAD_DEFAULT) == 0);
    CHECK(av_view_on_(view, TEXT_("later"), LATER, AV_THREAD_VIEW) == 0);
    CHECK(av_view_listen_(view, AV_EVENT_LOADED, 1) == 0);
    CHECK(av_view_window_(view, AV_WINDOW_SHOW, 0, 0) == 0);
    CHECK(gives("double.value(42)", "42"));
}

static void view_in_the_hosts_window(void) {
    av_text info = {0};
    const char *window;
    open_view();
    CHECK(av_view_info_(view, &info) == 0);
    window = strstr(info.data, "\"window\":");
    CHECK(window && GetParent((HWND)(intptr_t)strtoll(window + 9, NULL, 10)) == host);
    CHECK(strstr(info.data, "\"engine\":\"WebView2\"") && strstr(info.data, "double"));
    av_text_free_(&info);
}

static void handlers_and_events(void) {
    CHECK(gives("double.call(\"add\",[1,2])", "{\"sum\":3}"));
    CHECK(gives("double.call(\"later\")", "14"));
    CHECK(av_view_emit_(view, TEXT_("status"), TEXT_("{\"ready\":true}"), 0) == 0);
    CHECK(gives("double.events()", "[\"status\",{\"ready\":true}]"));
    CHECK(av_view_eval_async_(view, TEXT_("double.value(\"ok\")"), BOUND, RESULT, 1) == 0);
    CHECK(WaitForSingleObject(result_came, BOUND) == WAIT_OBJECT_0);
    CHECK(av_invoke_(session, POSTED, TEXT_("after what was queued"), BOUND) == 0 && loaded);
}

/* RFC 0002, pattern 3: the main thread waits for a page that calls a handler on the main thread. */
static void main_waits_for_a_page_that_calls_main(void) { CHECK(av_invoke_(session, ON_PAGE, TEXT_("pattern 3"), BOUND) == 0); }

static void scripts_that_throw_or_never_end(void) {
    av_text none = {0};
    CHECK(av_view_eval_sync_(view, TEXT_("double.error(\"TypeError\",\"no\")"), BOUND, &none) == AV_E_JAVASCRIPT);
    CHECK(error_says("\"name\":\"TypeError\"") && error_says("\"js_message\":\"no\""));
    CHECK(av_view_eval_sync_(view, TEXT_("double.never()"), 50, &none) == AV_E_TIMEOUT && error_says("\"status\":-10"));
}

static void close_view(void) {
    av_text none = {0};
    CHECK(av_view_close_(view, AV_DEFAULT, 0) == 1);
    CHECK(av_view_eval_sync_(view, TEXT_("double.value(1)"), BOUND, &none) == AV_E_SHUTDOWN);
}

/* The client comes again under its name, while its panel is open. On the main thread. */
static void attach_again(void) {
    int64_t former = session, open = view;
    LONG calls;
    attach(&clients[1]);
    CHECK(former != session);
    calls = clients[0];
    CHECK(av_post_(former, POSTED, TEXT_("post")) == AV_E_BAD_HANDLE);
    CHECK(av_view_window_(open, AV_WINDOW_SHOW, 0, 0) == AV_E_BAD_HANDLE);
    CHECK(clients[0] == calls);
}

/* What the double has counted: nothing is left, and no rule was broken. */
static void engine_is_clean(void) {
    static const char *const none[] = {"objects", "held", "controllers", "wrongThread", "releasedElsewhere", "afterClose", "notInDouble", "argumentsKept", "notClosed",
                                       "reentrancyRefused", "batchesMalformed"};
    long (*get)(const char *);
    HMODULE engine = GetModuleHandleW(L"EmbeddedBrowserWebView.dll");
    CHECK(engine != NULL);
    *(FARPROC *)(void *)&get = need(GetProcAddress(engine, "DoubleGet"), "DoubleGet");
    for (size_t name = 0; name < sizeof none / sizeof *none; name++) {
        if (get(none[name]) != 0)
            printf("%s: %ld\n", none[name], get(none[name]));
        CHECK(get(none[name]) == 0);
    }
    CHECK(get("environments") == 3);
}

#define STEP(name) (name(), passed++, (void)printf("%s\n", #name))

static unsigned __stdcall try_all(void *unused) {
    (void)unused;
    STEP(posts_and_calls_of_many_threads);
    STEP(modal_loop_inside_a_call);
    STEP(timeout_of_a_busy_main_thread);
    STEP(view_in_the_hosts_window);
    STEP(handlers_and_events);
    STEP(main_waits_for_a_page_that_calls_main);
    STEP(scripts_that_throw_or_never_end);
    STEP(close_view);
    open_view();
    PostThreadMessageW(main_thread, WM_QUIT, 0, 0);
    return 0;
}

static unsigned __stdcall try_again(void *unused) {
    (void)unused;
    STEP(posts_and_calls_of_many_threads);
    STEP(view_in_the_hosts_window);
    STEP(handlers_and_events);
    STEP(close_view);
    PostThreadMessageW(main_thread, WM_QUIT, 0, 0);
    return 0;
}

static unsigned __stdcall wait_for_ever(void *unused) {
    (void)unused;
    ReleaseSemaphore(waiting, 1, NULL);
    av_invoke_(session, POSTED, TEXT_("never answered"), AV_NO_LIMIT);
    return 0;
}

static unsigned __stdcall leave_open(void *unused) {
    (void)unused;
    STEP(view_in_the_hosts_window);
    PostThreadMessageW(main_thread, WM_QUIT, 0, 0);
    return 0;
}

/* What a host's main thread does all day. */
static void run_loop_during(unsigned(__stdcall *test)(void *)) {
    MSG message;
    HANDLE thread = start(test, NULL);
    while (GetMessageW(&message, NULL, 0, 0) > 0)
        DispatchMessageW(&message);
    CHECK(WaitForSingleObject(thread, BOUND) == WAIT_OBJECT_0);
    CloseHandle(thread);
}

int main(int count, char **arguments) {
    /* Lines end as test.sh reads them. */
    int unused = _setmode(_fileno(stdout), _O_BINARY);
    HMODULE library = count > 2 ? LoadLibraryA(arguments[1]) : NULL;
    (void)unused;
    if (!library) {
        printf("auroraview.dll cannot be loaded: error %lu\n", GetLastError());
        end(1);
    }
    LOAD(av_abi_version); LOAD(av_last_error); LOAD(av_text_free); LOAD(av_attach); LOAD(av_detach); LOAD(av_serve); LOAD(av_wake_window);
    LOAD(av_wake_descriptor); LOAD(av_wake_signal); LOAD(av_post); LOAD(av_invoke); LOAD(av_view_create); LOAD(av_view_on); LOAD(av_view_listen);
    LOAD(av_view_info); LOAD(av_view_emit); LOAD(av_view_eval_async); LOAD(av_view_eval_sync); LOAD(av_view_close); LOAD(av_view_window); LOAD(av_reply);
    SetEnvironmentVariableA("AURORAVIEW_WEBVIEW2_FOLDER", arguments[2]);
    main_thread = GetCurrentThreadId();
    blocked = CreateEventW(NULL, FALSE, FALSE, NULL);
    release = CreateEventW(NULL, FALSE, FALSE, NULL);
    result_came = CreateEventW(NULL, FALSE, FALSE, NULL);
    host = CreateWindowExW(0, L"STATIC", L"host", WS_OVERLAPPEDWINDOW | WS_CLIPCHILDREN, 0, 0, 500, 300, NULL, NULL, NULL, NULL);
    CHECK(host != NULL);

    waiting = CreateSemaphoreW(NULL, 0, WORKERS, NULL);

    if (count > 3) {
        attach(&clients[0]);
        run_loop_during(leave_open);
        for (int number = 0; number < WORKERS; number++)
            start(wait_for_ever, NULL);
        for (int number = 0; number < WORKERS; number++)
            CHECK(WaitForSingleObject(waiting, BOUND) == WAIT_OBJECT_0);
        end(0);
    }
    STEP(versions_and_errors);
    attach(&clients[0]);
    STEP(what_is_linux);
    run_loop_during(try_all);
    STEP(attach_again);
    run_loop_during(try_again);
    CHECK(av_detach_(session, 5000) == 0);
    STEP(engine_is_clean);
    DestroyWindow(host);
    end(0);
    return 0;
}
