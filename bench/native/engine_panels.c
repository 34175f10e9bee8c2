/*
 * The peer of bench/hosts/panels.py: views of the bare engine, in process, in C, one after the other. Prints the milliseconds of each from its making to its
 * page's answer, then "all", and stays until its standard input ends.
 *
 *   engine_panels COUNT default|group always|never
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <webkit2/webkit2.h>

static int left;
static int is_group;
static int policy;
static gint64 began;
static WebKitWebContext *context;
static WebKitWebView *first;

static gboolean next_view(gpointer data);

static void on_answer(GObject *source, GAsyncResult *result, gpointer data)
{
    g_object_unref(webkit_web_view_evaluate_javascript_finish(WEBKIT_WEB_VIEW(source), result, NULL));
    printf("%.1f\n", (double)(g_get_monotonic_time() - began) / 1000);
    fflush(stdout);
    g_idle_add(next_view, NULL);
}

static void on_load(WebKitWebView *view, WebKitLoadEvent event, gpointer data)
{
    if (event == WEBKIT_LOAD_FINISHED)
        webkit_web_view_evaluate_javascript(view, "1 + 1", -1, NULL, NULL, NULL, on_answer, NULL);
}

static gboolean next_view(gpointer data)
{
    if (left-- == 0) {
        printf("all\n");
        fflush(stdout);
        return G_SOURCE_REMOVE;
    }
    began = g_get_monotonic_time();
    WebKitSettings *settings = webkit_settings_new();
    webkit_settings_set_hardware_acceleration_policy(settings, policy);
    WebKitWebView *view = is_group && first
        ? g_object_new(WEBKIT_TYPE_WEB_VIEW, "related-view", first, "settings", settings, NULL)
        : g_object_new(WEBKIT_TYPE_WEB_VIEW, "web-context", context, "settings", settings, NULL);
    if (!first)
        first = view;
    GtkWidget *window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
    gtk_window_set_default_size(GTK_WINDOW(window), 400, 300);
    gtk_container_add(GTK_CONTAINER(window), GTK_WIDGET(view));
    g_signal_connect(view, "load-changed", G_CALLBACK(on_load), NULL);
    gtk_widget_show_all(window);
    webkit_web_view_load_html(view, "<!doctype html><title>t</title><body>hello", NULL);
    return G_SOURCE_REMOVE;
}

static gboolean on_input(GIOChannel *channel, GIOCondition condition, gpointer data)
{
    exit(0);
}

int main(int count, char **arguments)
{
    if (count != 4)
        return 2;
    left = atoi(arguments[1]);
    is_group = strcmp(arguments[2], "group") == 0;
    policy = strcmp(arguments[3], "never") == 0 ? WEBKIT_HARDWARE_ACCELERATION_POLICY_NEVER : WEBKIT_HARDWARE_ACCELERATION_POLICY_ALWAYS;
    gtk_init(NULL, NULL);
    context = webkit_web_context_new_ephemeral();
    g_io_add_watch(g_io_channel_unix_new(0), G_IO_HUP | G_IO_IN, on_input, NULL);
    g_idle_add(next_view, NULL);
    gtk_main();
    return 0;
}
