/*
 * The peer of AuroraView's figures: the bare engine, in process, in C. Prints one JSON line a figure.
 *
 *   cc -O2 engine_eval.c -o engine_eval $(pkg-config --cflags --libs webkit2gtk-4.1)
 */
#include <stdio.h>
#include <stdlib.h>
#include <webkit2/webkit2.h>

#define WARM_UP 500
#define ROUND_TRIPS 5000
#define EMITS 20000

static WebKitWebView *view;
static gint64 started;
static int left;
static double times[ROUND_TRIPS];
static int taken;

static void next_eval(void);
static void begin_emits(void);

static int compare(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static void on_eval(GObject *source, GAsyncResult *result, gpointer data)
{
    JSCValue *value = webkit_web_view_evaluate_javascript_finish(view, result, NULL);
    gint64 now = g_get_monotonic_time();
    /* The text is taken out, as every caller does. */
    g_free(jsc_value_to_string(value));
    g_object_unref(value);
    if (left <= ROUND_TRIPS)
        times[taken++] = (double)(now - started);
    if (--left > 0)
        next_eval();
    else {
        qsort(times, taken, sizeof(double), compare);
        printf("{\"bench\":\"engine.eval\",\"unit\":\"us\",\"p50\":%.1f,\"p99\":%.1f,\"count\":%d}\n", times[taken / 2], times[taken * 99 / 100], taken);
        fflush(stdout);
        begin_emits();
    }
}

static void next_eval(void)
{
    started = g_get_monotonic_time();
    webkit_web_view_evaluate_javascript(view, "'' + (1 + 1)", -1, NULL, NULL, NULL, on_eval, NULL);
}

static void on_emit(GObject *source, GAsyncResult *result, gpointer data)
{
    g_object_unref(webkit_web_view_evaluate_javascript_finish(view, result, NULL));
    if (--left == 0) {
        double seconds = (g_get_monotonic_time() - started) / 1e6;
        printf("{\"bench\":\"engine.emit\",\"unit\":\"events/s\",\"rate\":%.0f,\"count\":%d}\n", EMITS / seconds, EMITS);
        fflush(stdout);
        webkit_web_view_evaluate_javascript(view,
            "(async () => { const t = []; for (let i = 0; i < 2500; i++) { const s = performance.now(); await webkit.messageHandlers.bench.postMessage('x'); if (i >= 500) t.push(performance.now() - s); }"
            " t.sort((a, b) => a - b); webkit.messageHandlers.bench.postMessage('done ' + t.reduce((a, b) => a + b) / t.length * 1000 + ' ' + t.length); })(); 0",
            -1, NULL, NULL, NULL, NULL, NULL);
    }
}

static void begin_emits(void)
{
    char script[64];
    left = EMITS;
    started = g_get_monotonic_time();
    for (int i = 0; i < EMITS; i++) {
        snprintf(script, sizeof script, "receive(%d)", i);
        webkit_web_view_evaluate_javascript(view, script, -1, NULL, NULL, NULL, on_emit, NULL);
    }
}

static gboolean on_message(WebKitUserContentManager *content, JSCValue *value, WebKitScriptMessageReply *reply, gpointer data)
{
    char *text = jsc_value_to_string(value);
    double mean;
    int count;
    if (sscanf(text, "done %lf %d", &mean, &count) == 2) {
        printf("{\"bench\":\"engine.reply\",\"unit\":\"us\",\"mean\":%.1f,\"count\":%d}\n", mean, count);
        gtk_main_quit();
    }
    g_free(text);
    JSCContext *context = jsc_value_get_context(value);
    JSCValue *answer = jsc_value_new_string(context, "y");
    webkit_script_message_reply_return_value(reply, answer);
    g_object_unref(answer);
    return TRUE;
}

static void on_load(WebKitWebView *loaded, WebKitLoadEvent event, gpointer data)
{
    if (event != WEBKIT_LOAD_FINISHED)
        return;
    printf("{\"bench\":\"engine.first-page\",\"unit\":\"ms\",\"value\":%.1f}\n", (g_get_monotonic_time() - started) / 1e3);
    fflush(stdout);
    left = WARM_UP + ROUND_TRIPS;
    next_eval();
}

int main(int argc, char **argv)
{
    started = g_get_monotonic_time();
    gtk_init(&argc, &argv);
    view = WEBKIT_WEB_VIEW(webkit_web_view_new());
    WebKitUserContentManager *content = webkit_web_view_get_user_content_manager(view);
    g_signal_connect(content, "script-message-with-reply-received::bench", G_CALLBACK(on_message), NULL);
    webkit_user_content_manager_register_script_message_handler_with_reply(content, "bench", NULL);
    GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
    gtk_container_add(GTK_CONTAINER(window), GTK_WIDGET(view));
    gtk_widget_show_all(window);
    g_signal_connect(view, "load-changed", G_CALLBACK(on_load), NULL);
    webkit_web_view_load_html(view, "<p>bench</p><script>let seen = 0; function receive(i) { seen++; }</script>", NULL);
    gtk_main();
    return 0;
}
