/* A process with a window: says its handle, destroys it when a line comes, and ends. */
#include <stdio.h>
#include <windows.h>

#define DESTROY_IT (WM_APP + 1)

static LRESULT CALLBACK OnMessage(HWND window, UINT message, WPARAM first, LPARAM second)
{
    if (message == DESTROY_IT)
        DestroyWindow(window);
    else if (message == WM_DESTROY)
        PostQuitMessage(0);
    else
        return DefWindowProcW(window, message, first, second);
    return 0;
}

static DWORD WINAPI Listen(void *window)
{
    /* A line, or the end of the one who would send it. */
    (void)getchar();
    PostMessageW((HWND)window, DESTROY_IT, 0, 0);
    return 0;
}

int main(void)
{
    WNDCLASSW definition = {0};
    HWND window;
    MSG message;

    definition.lpfnWndProc = OnMessage;
    definition.lpszClassName = L"OtherProcess";
    RegisterClassW(&definition);
    window = CreateWindowExW(0, definition.lpszClassName, L"other process", WS_OVERLAPPEDWINDOW | WS_VISIBLE | WS_CLIPCHILDREN, 0, 0, 400, 300, NULL, NULL, NULL, NULL);
    printf("%llu\n", (unsigned long long)(ULONG_PTR)window);
    fflush(stdout);
    CreateThread(NULL, 0, Listen, window, 0, NULL);
    while (GetMessageW(&message, NULL, 0, 0) > 0)
        DispatchMessageW(&message);
    return 0;
}
