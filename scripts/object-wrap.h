// Node 24.19 lets its ObjectWrap take back a cleanup hook when it is collected, where there may be no context: the
// process aborts. better-sqlite3 closes its databases by a hook of its own, so its objects do without.
#include <node.h>
#define AddEnvironmentCleanupHook(...) static_cast<void>(0)
#define RemoveEnvironmentCleanupHook(...) static_cast<void>(0)
#include <node_object_wrap.h>
#undef AddEnvironmentCleanupHook
#undef RemoveEnvironmentCleanupHook
