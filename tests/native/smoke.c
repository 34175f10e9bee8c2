/*
 * A C program as a client: loads the library, attaches, opens a panel, answers a call of its page on the main thread, evaluates, closes,
 * and attaches again. Ends with 0, or says which line failed.
 *
 *   smoke path/to/libauroraview.so
 */
#define _POSIX_C_SOURCE 200809L
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "auroraview.h"

#define LOAD(name) *(void **)&name##_ = need(dlsym(library, #name), #name)
#define CHECK(condition) ((condition) ? (void)0 : fail(#condition, __LINE__))
#define TEXT(text) (text), (int64_t)strlen(text)

enum { HANDLER = 7, PANEL = 8, POSTED = 9, CONDITION = 10, LATER = 11, RESULT = 12, ARRIVED = 13 };

static int32_t (*av_abi_version_)(void);
static int32_t (*av_version_)(av_text *);
static int32_t (*av_last_error_)(av_text *);
static void (*av_text_free_)(av_text *);
static int32_t (*av_attach_)(int32_t, const char *, int64_t, const char *, int64_t, int32_t, av_run, void *, int64_t *);
static int32_t (*av_detach_)(int64_t, int64_t);
static int32_t (*av_serve_)(int64_t, int64_t);
static int32_t (*av_post_)(int64_t, int64_t, const char *, int64_t);
static int32_t (*av_pump_until_)(int64_t, int64_t, int64_t);
static int32_t (*av_view_create_)(int64_t, const char *, int64_t, int64_t, int64_t *);
static int32_t (*av_view_on_)(int64_t, const char *, int64_t, int64_t, int32_t);
static int32_t (*av_view_listen_)(int64_t, int32_t, int32_t);
static int32_t (*av_view_eval_async_)(int64_t, const char *, int64_t, int64_t, int64_t, int32_t);
static int32_t (*av_nudge_)(int64_t);
static int32_t (*av_view_close_)(int64_t, int64_t, int32_t);
static int32_t (*av_view_eval_sync_)(int64_t, const char *, int64_t, int64_t, av_text *);
static int32_t (*av_view_window_)(int64_t, int32_t, int32_t, int32_t);
static int32_t (*av_reply_)(int64_t, const char *, int64_t);

static pthread_t main_thread;
static int64_t session;
static int handled_on_main, posted;
static volatile int arrived, loaded;

static void fail(const char *what, int line) {
    av_text error = {0};
    fprintf(stderr, "line %d: %s\n", line, what);
    if (av_last_error_ && av_last_error_(&error))
        fprintf(stderr, "%s\n", error.data);
    exit(1);
}

static void *need(void *found, const char *what) {
    if (!found) {
        fprintf(stderr, "%s: %s\n", what, dlerror());
        exit(1);
    }
    return found;
}

struct lent { int64_t session, queue; };

static void *serve(void *lent) {
    struct lent *to = lent;
    av_serve_(to->session, to->queue);
    free(to);
    return NULL;
}

static void lend_thread(int64_t to_session, int64_t queue) {
    pthread_t thread;
    struct lent *lent = malloc(sizeof *lent);
    lent->session = to_session;
    lent->queue = queue;
    CHECK(pthread_create(&thread, NULL, serve, lent) == 0);
    pthread_detach(thread);
}

static void *answer(void *reply) {
    CHECK(av_reply_((int64_t)(intptr_t)reply, TEXT("14")) == 0);
    return NULL;
}

static int32_t run(void *context, int32_t what, int64_t token, int64_t reply, const char *json, int64_t length) {
    CHECK(context == &session);
    switch (what) {
    case AV_RUN_HANDLER:
        if (token == LATER) {
            pthread_t thread;
            CHECK(json == NULL && length == -1);
            CHECK(pthread_create(&thread, NULL, answer, (void *)(intptr_t)reply) == 0);
            pthread_detach(thread);
            return AV_REPLY_LATER;
        }
        CHECK(token == HANDLER && length == 5 && memcmp(json, "[1,2]", 5) == 0);
        handled_on_main = pthread_equal(pthread_self(), main_thread);
        CHECK(av_reply_(reply, TEXT("{\"sum\":3}")) == 0);
        CHECK(av_reply_(reply, TEXT("1")) == AV_E_BAD_HANDLE);
        return 0;
    case AV_RUN_FUNCTION:
        CHECK(token == POSTED && pthread_equal(pthread_self(), main_thread));
        posted++;
        return 0;
    case AV_RUN_CONDITION:
        return token == CONDITION ? posted == 2 : arrived && loaded;
    case AV_RUN_RESULT:
        CHECK(token == RESULT && strstr(json, "\"value\":\"ok\"") && !pthread_equal(pthread_self(), main_thread));
        arrived = 1;
        CHECK(av_nudge_(session) == 0);
        return 0;
    case AV_RUN_EVENT:
        CHECK(token == PANEL && reply == AV_EVENT_LOADED && strstr(json, "auroraview://app"));
        loaded = pthread_equal(pthread_self(), main_thread);
        return 0;
    case AV_RUN_SERVE:
        lend_thread(session, token);
        return 0;
    default:
        return 0;
    }
}

static void *post(void *unused) {
    CHECK(av_post_(session, POSTED, TEXT("post")) == 0);
    return unused;
}

static void attach(void) {
    CHECK(av_attach_(AV_ABI_VERSION, TEXT("smoke"), TEXT("C program"), 1, run, &session, &session) == 0);
    lend_thread(session, 0);
}

static void open_and_close(void) {
    static const char options[] = "{\"title\":\"smoke\",\"html\":\"<p>hello</p>\",\"dcc_mode\":true}";
    static const char script[] = "(await auroraview.call('add', [1, 2])).sum * await auroraview.call('later')";
    int64_t view = 0;
    av_text result = {0};
    CHECK(av_view_create_(session, TEXT("{\"titel\":\"typo\"}"), PANEL, &view) == AV_E_ARGUMENT);
    CHECK(av_view_create_(session, TEXT(options), PANEL, &view) == 0);
    CHECK(av_view_on_(view, TEXT("add"), HANDLER, AV_THREAD_DEFAULT) == 0);
    CHECK(av_view_on_(view, TEXT("later"), LATER, AV_THREAD_VIEW) == 0);
    CHECK(av_view_listen_(view, AV_EVENT_LOADED, 1) == 0);
    CHECK(av_view_listen_(view, 99, 1) == AV_E_ARGUMENT);
    arrived = loaded = 0;
    CHECK(av_view_window_(view, AV_WINDOW_SHOW, 0, 0) == 0);
    CHECK(av_view_eval_sync_(view, TEXT(script), 60000, &result) == AV_VALUE_JSON);
    CHECK(result.length == 2 && strcmp(result.data, "42") == 0);
    CHECK(handled_on_main);
    av_text_free_(&result);
    CHECK(result.data == NULL);
    CHECK(av_view_eval_sync_(view, TEXT("throw new TypeError('no')"), 60000, &result) == AV_E_JAVASCRIPT);
    CHECK(av_last_error_(&result) == 1 && strstr(result.data, "\"name\":\"TypeError\""));
    av_text_free_(&result);
    CHECK(av_view_eval_async_(view, TEXT("'o' + 'k'"), 60000, RESULT, 1) == 0);
    CHECK(av_pump_until_(session, ARRIVED, 60000) == 1);
    CHECK(av_view_close_(view, AV_DEFAULT, 0) == 1);
    CHECK(av_view_eval_sync_(view, TEXT("1"), 60000, &result) == AV_E_SHUTDOWN);
}

int main(int count, char **arguments) {
    void *library = need(count > 1 ? dlopen(arguments[1], RTLD_NOW) : NULL, "dlopen");
    pthread_t poster;
    int64_t former;
    av_text version = {0};

    LOAD(av_abi_version); LOAD(av_version); LOAD(av_last_error); LOAD(av_text_free); LOAD(av_attach); LOAD(av_detach); LOAD(av_serve);
    LOAD(av_post); LOAD(av_pump_until); LOAD(av_view_create); LOAD(av_view_on); LOAD(av_view_close); LOAD(av_view_eval_sync);
    LOAD(av_view_window); LOAD(av_reply); LOAD(av_view_listen); LOAD(av_view_eval_async); LOAD(av_nudge);
    main_thread = pthread_self();
    CHECK(av_abi_version_() == AV_ABI_VERSION);
    CHECK(av_version_(&version) == 0 && version.length > 0);
    printf("libauroraview %s\n", version.data);
    av_text_free_(&version);

    CHECK(av_attach_(AV_ABI_VERSION + 1, TEXT("smoke"), TEXT("C"), 1, run, NULL, &former) == AV_E_VERSION);
    CHECK(av_attach_(AV_ABI_VERSION, TEXT("smoke"), TEXT("C"), 1, NULL, NULL, &former) == AV_E_ARGUMENT);
    CHECK(av_post_(4711, POSTED, TEXT("post")) == AV_E_BAD_HANDLE);
    attach();
    CHECK(pthread_create(&poster, NULL, post, NULL) == 0 && pthread_join(poster, NULL) == 0);
    post(NULL);
    CHECK(av_pump_until_(session, CONDITION, 60000) == 1);
    open_and_close();

    former = session;
    attach();
    CHECK(former != session);
    CHECK(av_post_(former, POSTED, TEXT("post")) == AV_E_BAD_HANDLE);
    open_and_close();
    CHECK(av_detach_(session, 5000) == 0);
    puts("ok");
    return 0;
}
