/*
 * AuroraView: HTML/JS tool panels inside a DCC application. The C interface of libauroraview.so and auroraview.dll.
 *
 * Conventions, for every function that does not say otherwise:
 *  - It may be called from any thread. It never throws, never ends the process and installs nothing in it.
 *  - It returns 0 or more on success and one of AV_E_* on failure; av_last_error then tells more, on the same thread.
 *  - Texts are UTF-8, a pointer and a length in bytes, and are read during the call: the caller keeps them.
 *  - An av_text that a function fills belongs to the caller, who gives it back with av_text_free.
 *  - Handles are numbers that are never used twice. One that is stale or was never given is AV_E_BAD_HANDLE.
 *  - Times are milliseconds: 0 or more, AV_NO_LIMIT, or AV_DEFAULT.
 *
 * Threads. The library calls the client only through the function that it gave to av_attach, and only on threads that are
 * inside a call of the library: the main thread in av_pump, av_pump_until, a wait (av_view_eval_sync and others) or the message window
 * of av_wake_window, threads in av_serve or av_task_run, and the thread inside a wait that needs it. So a client whose language has a lock of its own can give it away around each
 * call and needs to take it in the callback only.
 *
 * docs/native.md is the guide.
 */
#ifndef AURORAVIEW_H
#define AURORAVIEW_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define AV_ABI_VERSION 1

#define AV_NO_LIMIT (-1)
#define AV_DEFAULT (-2)

/* Errors. The numbers never change their meaning; new ones may come. */
#define AV_E_INTERNAL (-1)                /* a defect of the library; the message says where */
#define AV_E_ARGUMENT (-2)                /* a null pointer, text that is not UTF-8 or JSON, a value out of range */
#define AV_E_FILE_NOT_FOUND (-3)
#define AV_E_BAD_HANDLE (-4)
#define AV_E_VERSION (-5)                 /* header and library are of different versions */
#define AV_E_WRONG_THREAD (-6)            /* only the main thread may do this */
#define AV_E_CANCELLED (-7)
#define AV_E_PLATFORM (-8)                /* not on this system; the message names what is */
#define AV_E_FAILED (-9)                  /* the engine could not do it, such as take a picture; the message says why */
#define AV_E_TIMEOUT (-10)                /* data: what was going on */
#define AV_E_DEADLOCK (-11)               /* data.cycle: who waits for whom */
#define AV_E_SHUTDOWN (-12)               /* what it was for is closing */
#define AV_E_MAIN_THREAD_UNAVAILABLE (-13)
#define AV_E_QUEUE_FULL (-14)
#define AV_E_LOCK_ORDER (-15)
#define AV_E_THREAD_SAFETY (-16)
#define AV_E_JAVASCRIPT (-20)             /* name: the script's error; data: js_message, js_stack, line, column, source */
#define AV_E_JAVASCRIPT_RESULT (-21)      /* the result cannot leave the page */
#define AV_E_BRIDGE (-22)                 /* code: a word such as CancelledByNavigation */

/* Bytes of the library's, with a zero byte behind them. data is NULL where there is no text. */
typedef struct av_text {
    char *data;
    int64_t length;
} av_text;

/* What the client's function is asked to do. */
#define AV_RUN_FUNCTION 1   /* run what token stands for: av_post, av_invoke, av_view_invoke */
#define AV_RUN_HANDLER 2    /* run the handler token; json: the page's parameters; reply: see av_reply */
#define AV_RUN_EVENT 3      /* the panel token has the event AV_EVENT_* (in reply); json: its details. 1 refuses AV_EVENT_CLOSING, or keeps after
                             * AV_EVENT_PARENT_LOST */
#define AV_RUN_RESULT 4     /* the outcome of av_view_eval_async: {"kind":0,"value":...} or {"error":{...}} */
#define AV_RUN_CONDITION 5  /* av_pump_until asks: 1 it holds, 0 it does not, -1 end the pump. Token 0: see av_confirm_calls */
#define AV_RUN_WAKE 6       /* ask the host to call av_pump on its main thread soon; on the service thread */
#define AV_RUN_SERVE 7      /* make a thread of the name in json that calls av_serve(session, token); on the service thread. Less than 0: it
                               cannot be made, and what waits for it fails */
#define AV_RUN_STALL 8      /* reply 1: the main thread takes no calls, 0: it does again; json: {"message","report"}, for a log; on the service thread */
#define AV_RUN_RELEASE 9    /* the token is not needed any more; on the service thread. A handler (av_view_on) was replaced or removed, and what was accepted for it has run.
                               A function (av_post) will not run: json is the error, as av_last_error shows one */

/* What AV_RUN_HANDLER returns where it will call av_reply or av_reply_error later, from whatever thread. */
#define AV_REPLY_LATER 1

/*
 * The client's one function. Runs on the threads named above; must not unwind through the library (no exceptions, no longjmp).
 * json has a zero byte behind it, which length does not count; it is NULL and length -1 where there is none. Both are valid during the call only.
 */
typedef int32_t (*av_run)(void *context, int32_t what, int64_t token, int64_t reply, const char *json, int64_t length);

/* ---- The library ---- */

/* AV_ABI_VERSION of the library. Compare it with the header's before anything else. */
int32_t av_abi_version(void);

/* The product's version, such as "0.1.0". */
int32_t av_version(av_text *version);

/*
 * The error of the calling thread's last call that failed, as {"status","code","name","message","data"}. Returns 1, or 0 where
 * there was none. It stays until another call fails on this thread; what runs in a callback does not change it.
 */
int32_t av_last_error(av_text *json);

/* Gives a text back. NULL and an empty one are fine. */
void av_text_free(av_text *text);

/* ---- A client's beginning and end ---- */

/*
 * Makes the caller a client of the library. A native library cannot be unloaded, so a plug-in that is loaded again finds the running
 * one: a client that attaches under the name of an earlier one takes its place. The earlier one's panels are closed, its waiting
 * calls get AV_E_SHUTDOWN, and its function is never called again.
 *
 * host: the host's name, for messages. on_main: whether the calling thread is the host's main thread; else av_bind_main says it.
 * The client must now make a thread of its own that calls av_serve(*session, 0): the service thread.
 */
int32_t av_attach(int32_t abi_version, const char *client, int64_t client_length, const char *host, int64_t host_length, int32_t on_main,
                  av_run run, void *context, int64_t *session);

/*
 * For a client whose language may fail before the client's own code is reached, as an interrupt does in Python, with a result that nobody
 * has chosen: from now on its function returns AV_RAN | (result & 0xFFFF), and is called again at once where it returned anything else.
 * Right after av_attach, before the service thread is made, on any thread. A function that confirms none of 100 calls in a row is a failure of that
 * call, as one that throws is. AV_E_BAD_HANDLE where the session has ended.
 *
 * Such a client can also end a wait of its main thread: while one of av_view_eval_sync, av_view_screenshot, av_view_close and av_task_wait blocks there, its
 * function is asked a few times a second with AV_RUN_CONDITION for token 0, and -1 ends the wait with AV_E_CANCELLED.
 */
int32_t av_confirm_calls(int64_t session);
#define AV_RAN 0x41560000

/*
 * Ends a client: closes its panels, fails what waits, lets its threads return from av_serve, and waits up to timeout_ms for its
 * function to be left. Returns 0, or 1 where some of it was still running: call it again to wait for the rest. The function is not called any more in either
 * case. Several threads may call it, and each waits for the same end.
 */
int32_t av_detach(int64_t session, int64_t timeout_ms);

/* Lends the calling thread to the library until the panel, or for queue 0 the client, ends. The thread runs the client's function. */
int32_t av_serve(int64_t session, int64_t queue);

/* ---- The main thread ---- */

/* Says that the calling thread is the main thread. */
int32_t av_bind_main(int64_t session);

/* Names the calling thread for messages and reports, where nothing better is known. The system's name of the thread stays as it is. */
int32_t av_name_thread(const char *name, int64_t length);

/* 1 on the main thread, else 0. */
int32_t av_is_main(int64_t session);

/* Names the host anew and forgets how it was woken. ask_client: whether it is woken through AV_RUN_WAKE. */
int32_t av_set_host(int64_t session, const char *name, int64_t length, int32_t ask_client);

/*
 * Why nothing would ever pump (batch mode, no loop), and what to do about it; NULL where something does. While it is set, calls to the
 * main thread are refused with AV_E_MAIN_THREAD_UNAVAILABLE, unless the main thread has pumped before or is in a wait. With
 * awaits_first_pump 1, for a program that pumps by itself, they wait up to a second for the first pump, and are refused only after that.
 */
int32_t av_set_unreachable(int64_t session, const char *because, int64_t length, int32_t awaits_first_pump);

/*
 * Linux, on the main thread: from now on the host is woken by making this eventfd readable, without the client. av_pump clears it.
 * It belongs to the library: watch it, do not read or close it.
 */
int32_t av_wake_descriptor(int64_t session, int32_t *descriptor);

/*
 * Linux, on the main thread: additionally send it this real-time signal at each wake. is_handled: the client has a handler of its own;
 * else the library installs one that does nothing, but ends a sleep in a system call.
 */
int32_t av_wake_signal(int64_t session, int32_t signal, int32_t is_handled);

/*
 * Windows, on the main thread: from now on the host is woken by a message that is posted to a message-only window of this thread, without
 * the client. Whatever loop the thread runs dispatches it, modal ones too, and the window pumps: nobody calls av_pump. when_idle: pump
 * only while no input and no painting waits, and never while the user is in a menu or moves a window. The window goes with its thread; calls
 * are refused then.
 */
int32_t av_wake_window(int64_t session, int32_t when_idle);

/* Queues AV_RUN_FUNCTION for the main thread; name is for messages. Also on the main thread it is queued. If it is refused later, AV_RUN_RELEASE says so. */
int32_t av_post(int64_t session, int64_t token, const char *name, int64_t length);

/*
 * Runs AV_RUN_FUNCTION on the main thread and waits for it; on the main thread it runs at once. On AV_E_TIMEOUT data.still_running tells
 * whether it had started; if not, it never runs.
 */
int32_t av_invoke(int64_t session, int64_t token, const char *name, int64_t length, int64_t timeout_ms);

/* On the main thread: runs what is queued, for about max_ms. Returns 1 where more is queued. May be called from inside itself. */
int32_t av_pump(int64_t session, int64_t max_ms);

/*
 * On the main thread: runs calls until AV_RUN_CONDITION for token says 1 (returns 1) or -1, or the time is over (returns 0). The
 * condition is looked at after each call, after av_nudge, and every 10 ms.
 */
int32_t av_pump_until(int64_t session, int64_t token, int64_t timeout_ms);

/* Makes av_pump_until look at its condition now. */
int32_t av_nudge(int64_t session);

/* The main thread's state: {"host","is_bound","is_main","has_pumped","pending_calls","unreachable_because","runs"}; and what the library holds, of all clients:
 * {"handles","heap_bytes","heap_committed_bytes"}. */
int32_t av_dispatch_state(int64_t session, av_text *json);

/* ---- Work on the client's own threads that others may wait for ---- */

/* Makes a task; name is for messages. What is made inside a handler of a page belongs to the page's request. */
int32_t av_task_create(int64_t session, const char *name, int64_t length, int64_t *task);

/* Runs AV_RUN_FUNCTION for token on the calling thread, once; the task ends when that returns. */
int32_t av_task_run(int64_t task, int64_t token);

/*
 * Waits until the task has ended, and runs meanwhile what the task needs of the calling thread, and nothing else. AV_E_TIMEOUT: it goes on.
 * AV_E_DEADLOCK: it waits for the calling thread in a way that nobody can break.
 */
int32_t av_task_wait(int64_t task, int64_t timeout_ms);

/* Gives the handle back. Who waits for a task that was never run is let go; one that runs goes on. */
int32_t av_task_release(int64_t task);

/* ---- Panels ---- */

/*
 * Makes a panel; nothing is started yet. options: a JSON object of title, width, height, x, y, url or html or file, parent (a native
 * window's number), dcc_mode, debug, visible, resizable, frame, always_on_top, transparent, background (0xAARRGGBB), allowed_origins,
 * allow_new_windows, allow_file_access, data_folder, group (Linux: panels of a group share one page process), isolated (Linux: shares no process),
 * user_agent, asset_root, acceleration ("auto", "always", "never"), max_message_bytes, max_message_depth, max_pending_calls, max_pending_bytes, queue_capacity, queue_bytes, js_eval_timeout_ms, main_thread_timeout_ms, drain_timeout_ms. token: what its events come with.
 */
int32_t av_view_create(int64_t session, const char *options, int64_t length, int64_t token, int64_t *view);

/*
 * Makes the processes of panels like these ready in the background, so that the first one appears sooner; see av_view_create for the options.
 * data_folder, acceleration and debug count. Linux only: elsewhere it does nothing.
 */
int32_t av_prewarm(const char *options, int64_t length);

/* How long the processes are kept after the last panel, in milliseconds, up to an hour; 0, as at first: they end at once. Linux only. */
int32_t av_keep_warm(int64_t milliseconds);

/* Gives the handle back. A panel that is open is closed, without waiting. */
int32_t av_view_release(int64_t view);

/*
 * Closes the panel: the window is hidden, new work is refused, accepted handlers get drain_ms (-1 for no limit, -2 for the panel's option), the
 * rest fails with AV_E_SHUTDOWN. Returns 0 only where AV_EVENT_CLOSING was refused (not asked with force), else 1: av_view_info tells in "state"
 * whether the panel is closed or still closing, AV_EVENT_CLOSED when it is gone. How long it waits: on the main thread 250 ms at most, plus
 * drain_ms if that is given; on another thread until the panel is gone; inside one of the panel's own handlers not at all.
 */
int32_t av_view_close(int64_t view, int64_t drain_ms, int32_t force);

/* {"state" (created, starting, open, closing or closed),"window","url","page_title","can_go_back","can_go_forward","engine","engine_version","engine_library",
 * "process_id","accelerated" (null if the engine decides by itself),"renderer","acceleration_because"}. */
int32_t av_view_info(int64_t view, av_text *json);

#define AV_THREAD_DEFAULT 0 /* the main thread in dcc_mode, else the panel's own */
#define AV_THREAD_VIEW 1    /* the panel's own: a thread of the client's, see AV_RUN_SERVE */
#define AV_THREAD_MAIN 2    /* the main thread */

/*
 * Registers a handler for what the page calls or sends. The last one of a name runs; what was accepted before runs the one before, also after
 * av_view_off. Keep what token stands for until AV_RUN_RELEASE, or until the detach.
 */
int32_t av_view_on(int64_t view, const char *name, int64_t length, int64_t token, int32_t thread);

/* Removes a handler. Returns 1, or 0 where there was none. */
int32_t av_view_off(int64_t view, const char *name, int64_t length);

/*
 * Answers a call of the page, once: inside the handler, or later (AV_REPLY_LATER). No text is undefined. A negative reply is an event. A text that is
 * not one JSON value, or is nested deeper than 512 levels, is AV_E_ARGUMENT; the page has its answer then, an error that says so.
 */
int32_t av_reply(int64_t reply, const char *json, int64_t length);

/*
 * Answers with an error: {"message", "code", "name", "stack", "data"}, of which only message must be there. A text that is not such an object is
 * AV_E_ARGUMENT; the page has its answer then, an error that shows the text.
 */
int32_t av_reply_error(int64_t reply, const char *json, int64_t length);

#define AV_EVENT_READY 1
#define AV_EVENT_LOADING 2       /* url */
#define AV_EVENT_LOADED 3        /* url */
#define AV_EVENT_LOAD_FAILED 4   /* url, error */
#define AV_EVENT_TITLE_CHANGED 5 /* title */
#define AV_EVENT_RESIZED 6       /* width, height */
#define AV_EVENT_FOCUSED 7
#define AV_EVENT_BLURRED 8
#define AV_EVENT_PARENT_LOST 9   /* the panel's parent was destroyed, and it closes; a result of 1 keeps it, hidden, for av_view_reparent */
#define AV_EVENT_CLOSING 10      /* by_user */
#define AV_EVENT_CLOSED 11       /* reason, code, message, abandoned */
#define AV_EVENT_CRASHED 12      /* reason, detail, is_reloading */
#define AV_EVENT_ERROR 13        /* message */

/* Passes an event of the panel on from now on (on 1), or no longer (on 0). */
int32_t av_view_listen(int64_t view, int32_t event, int32_t on);

/* av_invoke that also ends, with AV_E_SHUTDOWN, when the panel is closed. */
int32_t av_view_invoke(int64_t view, int64_t token, const char *name, int64_t length, int64_t timeout_ms);

/* ---- The page ---- */

/* Sends an event to the page. json may be NULL. latest: replaces one of this name that has not been sent yet. */
int32_t av_view_emit(int64_t view, const char *name, int64_t name_length, const char *json, int64_t json_length, int32_t latest);

/* Runs a script; nobody waits. What it throws is an AV_EVENT_ERROR. */
int32_t av_view_eval(int64_t view, const char *script, int64_t length);

#define AV_VALUE_JSON 0
#define AV_VALUE_UNDEFINED 1  /* no text */
#define AV_VALUE_NON_FINITE 2 /* the text is "NaN", "Infinity" or "-Infinity", with the quotes */
#define AV_VALUE_BIGINT 3     /* the text is the digits, in quotes */

/* Runs a script and waits for its result. Returns AV_VALUE_*; json may be NULL where the result is not wanted. */
int32_t av_view_eval_sync(int64_t view, const char *script, int64_t length, int64_t timeout_ms, av_text *json);

/* Runs a script; the outcome comes as AV_RUN_RESULT, once: where handlers run, or with on_service on the service thread. */
int32_t av_view_eval_async(int64_t view, const char *script, int64_t length, int64_t timeout_ms, int64_t token, int32_t on_service);

#define AV_LOAD_URL 0
#define AV_LOAD_HTML 1
#define AV_LOAD_FILE 2

/* Loads a page. What is asked of the page afterwards waits for it. */
int32_t av_view_load(int64_t view, int32_t what, const char *text, int64_t length);

#define AV_NAVIGATE_RELOAD 0
#define AV_NAVIGATE_RELOAD_IGNORING_CACHE 1
#define AV_NAVIGATE_STOP 2
#define AV_NAVIGATE_BACK 3
#define AV_NAVIGATE_FORWARD 4

int32_t av_view_navigate(int64_t view, int32_t how);

/* A picture of the visible page: a PNG file. Waits for it. */
int32_t av_view_screenshot(int64_t view, int64_t timeout_ms, av_text *png);

/* ---- The window ---- */

#define AV_WINDOW_SHOW 0 /* starts the panel the first time; returns at once */
#define AV_WINDOW_HIDE 1
#define AV_WINDOW_FOCUS 2
#define AV_WINDOW_RESIZE 3 /* a by b CSS pixels */
#define AV_WINDOW_MOVE 4   /* a, b in pixels of the screen or the parent */
#define AV_WINDOW_MINIMIZE 5
#define AV_WINDOW_MAXIMIZE 6
#define AV_WINDOW_RESTORE 7
#define AV_WINDOW_FULL_SCREEN 8   /* a: 1 or 0 */
#define AV_WINDOW_ALWAYS_ON_TOP 9 /* a: 1 or 0 */
#define AV_WINDOW_DEVTOOLS 10
#define AV_WINDOW_ZOOM 11 /* a: thousandths, 250 to 5000 */

int32_t av_view_window(int64_t view, int32_t action, int32_t a, int32_t b);

int32_t av_view_title(int64_t view, const char *title, int64_t length);

/* Moves the panel into another window of the host, or out of it (0). The page lives on. */
int32_t av_view_reparent(int64_t view, int64_t parent);

#ifdef __cplusplus
}
#endif

#endif
