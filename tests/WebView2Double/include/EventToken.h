// WebView2.h names this header as Windows' case-blind file system allows; mingw's has another spelling.
#pragma once
#include <eventtoken.h>
