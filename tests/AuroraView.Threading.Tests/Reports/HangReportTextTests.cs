using System.Text.Json;
using AuroraView.Threading.Locking;
using AuroraView.Threading.Reports;
using AuroraView.Threading.Waiting;
using Xunit;

namespace AuroraView.Threading.Tests.Reports;

/// <summary>The shapes of a report's texts, from data that the test makes.</summary>
public class HangReportTextTests
{
    private const string Hostile = "a \"quoted\" [name] <b>&amp;</b> `x` {y} |z| #1; \\n\r\nnext;\u0007\ud83d\ude80";

    private static readonly HangReport s_report = new()
    {
        TakenAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero),
        ProcessId = 4242,
        LockOrder = LockOrderMode.Throw,
        Threads =
        [
            new ReportedThread(1, "main thread", "main thread", true, [
                new ReportedWait("lock", "the lock 'assets', held by worker (id 7)", TimeSpan.FromMilliseconds(12.3456), false),
                new ReportedWait("sync eval", "'1 + 1' in the page of the panel 'A'", TimeSpan.FromMilliseconds(40), true),
            ], []),
            new ReportedThread(7, "worker", null, false, [], [new LockAcquisition("assets", LockLevel.Resource, true, "worker (id 7)", "Load", 33)]),
        ],
        Dispatchers =
        [
            new ReportedDispatcher("main thread (Maya)", 1, 2, TimeSpan.FromMilliseconds(30), null, new ReportedCall("Save", TimeSpan.FromMilliseconds(41), null), [
                new ReportedCall("Export", TimeSpan.FromMilliseconds(30), "worker (id 7)"),
            ]),
            new ReportedDispatcher("handlers of the panel 'A'", null, 0, null, TimeSpan.FromSeconds(1), null, []),
        ],
        Locks = [new ReportedLock("assets", LockLevel.Resource, [new LockAcquisition("assets", LockLevel.Resource, true, "worker (id 7)", "Load", 33)], ["main thread (id 1)"])],
        Pages = [new ReportedPage("the page of the panel 'A'", "The page can be reached.", 1, [new ReportedRequest("save", TimeSpan.FromMilliseconds(9))])],
        Queues = [new ReportedQueue("queue of the panel 'A'", "Open", 100, 3, 1, 17)],
        Nodes =
        [
            new ReportedNode("n0", WaitNodeKind.Thread, "main thread (id 1)"),
            new ReportedNode("n1", WaitNodeKind.Lock, "the lock 'assets', held by worker (id 7)"),
            new ReportedNode("n2", WaitNodeKind.Thread, "worker (id 7)"),
            new ReportedNode("n3", WaitNodeKind.Page, "the page of the panel 'A'"),
            new ReportedNode("n4", WaitNodeKind.Call, "'Export', queued for the main thread (Maya)"),
        ],
        Edges =
        [
            new ReportedEdge("n0", "n1", "lock", TimeSpan.FromMilliseconds(12.3456), false),
            new ReportedEdge("n1", "n2", null, null, false),
            new ReportedEdge("n0", "n3", "sync eval", TimeSpan.FromMilliseconds(40), true),
        ],
    };

    private static HangReport Named(string name) => new()
    {
        Threads = [new ReportedThread(1, name, name, false, [new ReportedWait(name, name, TimeSpan.Zero, false)], [])],
        Nodes = [new ReportedNode("n0", WaitNodeKind.Thread, name)],
        Edges = [new ReportedEdge("n0", "n0", name, null, false)],
    };

    [Fact]
    public void ToMermaid_Report_HasThisShape() => Assert.Equal(
        """
        flowchart LR
          n0["main thread (id 1)"]
          n1{{"the lock 'assets', held by worker (id 7)"}}
          n2["worker (id 7)"]
          n3[["the page of the panel 'A'"]]
          n4("'Export', queued for the main thread (Maya)")
          n0 -->|"lock, 12 ms"| n1
          n1 --> n2
          n0 -.->|"sync eval, 40 ms"| n3

        """,
        s_report.ToMermaid(),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void ToDot_Report_HasThisShape() => Assert.Equal(
        """
        digraph waits {
          rankdir=LR;
          n0 [shape=box, label="main thread (id 1)"];
          n1 [shape=octagon, label="the lock 'assets', held by worker (id 7)"];
          n2 [shape=box, label="worker (id 7)"];
          n3 [shape=tab, label="the page of the panel 'A'"];
          n4 [shape=ellipse, label="'Export', queued for the main thread (Maya)"];
          n0 -> n1 [label="lock, 12 ms"];
          n1 -> n2;
          n0 -> n3 [label="sync eval, 40 ms", style=dashed];
        }

        """,
        s_report.ToDot(),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void ToJson_Report_HasThisShape() => Assert.Equal(
        """
        {
          "takenAt": "2026-01-02T03:04:05.678+00:00",
          "processId": 4242,
          "lockOrder": "Throw",
          "threads": [
            {
              "id": 1,
              "name": "main thread",
              "role": "main thread",
              "isHostMain": true,
              "waits": [
                {
                  "operation": "lock",
                  "target": "the lock 'assets', held by worker (id 7)",
                  "forMs": 12.346,
                  "isSuspended": false
                },
                {
                  "operation": "sync eval",
                  "target": "'1 + 1' in the page of the panel 'A'",
                  "forMs": 40,
                  "isSuspended": true
                }
              ],
              "locks": []
            },
            {
              "id": 7,
              "name": "worker",
              "role": null,
              "isHostMain": false,
              "waits": [],
              "locks": [
                {
                  "lock": "assets",
                  "level": "Resource",
                  "shared": true,
                  "thread": "worker (id 7)",
                  "member": "Load",
                  "line": 33
                }
              ]
            }
          ],
          "dispatchers": [
            {
              "name": "main thread (Maya)",
              "threadId": 1,
              "queuedCalls": 2,
              "oldestCallAgeMs": 30,
              "lastTakenMs": null,
              "running": {
                "function": "Save",
                "ageMs": 41,
                "producer": null
              },
              "calls": [
                {
                  "function": "Export",
                  "ageMs": 30,
                  "producer": "worker (id 7)"
                }
              ]
            },
            {
              "name": "handlers of the panel 'A'",
              "threadId": null,
              "queuedCalls": 0,
              "oldestCallAgeMs": null,
              "lastTakenMs": 1000,
              "running": null,
              "calls": []
            }
          ],
          "locks": [
            {
              "name": "assets",
              "level": "Resource",
              "holders": [
                {
                  "lock": "assets",
                  "level": "Resource",
                  "shared": true,
                  "thread": "worker (id 7)",
                  "member": "Load",
                  "line": 33
                }
              ],
              "waiters": [
                "main thread (id 1)"
              ]
            }
          ],
          "pages": [
            {
              "name": "the page of the panel 'A'",
              "state": "The page can be reached.",
              "openRequests": 1,
              "requests": [
                {
                  "handler": "save",
                  "ageMs": 9
                }
              ]
            }
          ],
          "queues": [
            {
              "name": "queue of the panel 'A'",
              "state": "Open",
              "capacity": 100,
              "depth": 3,
              "inFlight": 1,
              "peak": 17
            }
          ],
          "nodes": [
            {
              "id": "n0",
              "kind": "Thread",
              "text": "main thread (id 1)"
            },
            {
              "id": "n1",
              "kind": "Lock",
              "text": "the lock 'assets', held by worker (id 7)"
            },
            {
              "id": "n2",
              "kind": "Thread",
              "text": "worker (id 7)"
            },
            {
              "id": "n3",
              "kind": "Page",
              "text": "the page of the panel 'A'"
            },
            {
              "id": "n4",
              "kind": "Call",
              "text": "'Export', queued for the main thread (Maya)"
            }
          ],
          "edges": [
            {
              "from": "n0",
              "to": "n1",
              "operation": "lock",
              "forMs": 12.346,
              "isSuspended": false
            },
            {
              "from": "n1",
              "to": "n2",
              "operation": null,
              "forMs": null,
              "isSuspended": false
            },
            {
              "from": "n0",
              "to": "n3",
              "operation": "sync eval",
              "forMs": 40,
              "isSuspended": true
            }
          ]
        }
        """,
        s_report.ToJson(),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void ToString_Report_HasThisShape() => Assert.Equal(
        """
        Hang report of process 4242, 2026-01-02 03:04:05.678Z
          main thread (id 1) waits in lock for the lock 'assets', held by worker (id 7), 12 ms
          main thread (id 1) waits in sync eval for '1 + 1' in the page of the panel 'A', 40 ms; it runs a call nested in that wait
          worker (id 7) holds 'assets' (Resource, level 3) for reading, in Load, line 33, on worker (id 7)
          main thread (Maya) runs 'Save', 41 ms, has never taken a call; queued: 2, the oldest 30 ms
            'Export', 30 ms, from worker (id 7)
          handlers of the panel 'A' runs none of its calls, took a call 1000 ms ago; queued: 0
          the page of the panel 'A': The page can be reached. Open requests: 1
            'save', 9 ms
          queue of the panel 'A': 3 of 100 messages, 1 in flight, Open
          'assets' is wanted by main thread (id 1)
        """,
        s_report.ToString(),
        ignoreLineEndingDifferences: true);

    [Fact]
    public void ToMermaid_NameWithWhatTheLanguageUses_IsCoded()
    {
        const string Coded = "a #34;quoted#34; #91;name#93; #60;b#62;#38;amp#59;#60;/b#62; #96;x#96; #123;y#125; #124;z#124; #35;1#59; #92;n <br/>next#59; \ud83d\ude80";
        Assert.Equal($"flowchart LR\n  n0[\"{Coded}\"]\n  n0 -->|\"{Coded}\"| n0\n", Named(Hostile).ToMermaid());
    }

    [Fact]
    public void ToDot_NameWithWhatTheLanguageUses_IsEscaped()
    {
        const string Escaped = "a \\\"quoted\\\" [name] <b>&amp;amp;</b> `x` {y} |z| #1; \\\\n \\nnext; \ud83d\ude80";
        Assert.Equal($"digraph waits {{\n  rankdir=LR;\n  n0 [shape=box, label=\"{Escaped}\"];\n  n0 -> n0 [label=\"{Escaped}\"];\n}}\n", Named(Hostile).ToDot());
    }

    [Theory]
    [InlineData(Hostile)]
    [InlineData("\"")]
    [InlineData("\\")]
    [InlineData("\0\u0001\u2028\u2029")]
    public void ToJson_NameWithAnything_ComesBack(string name)
    {
        using var json = JsonDocument.Parse(Named(name).ToJson());
        var thread = json.RootElement.GetProperty("threads")[0];
        Assert.Equal(name, thread.GetProperty("name").GetString());
        Assert.Equal(name, thread.GetProperty("waits")[0].GetProperty("target").GetString());
        Assert.Equal(name, json.RootElement.GetProperty("nodes")[0].GetProperty("text").GetString());
        Assert.Equal(name, json.RootElement.GetProperty("edges")[0].GetProperty("operation").GetString());
    }

    [Fact]
    public void Texts_NameWithHalfACharacter_AreWritten()
    {
        var report = Named("half \ud83d.");
        using var json = JsonDocument.Parse(report.ToJson());
        Assert.Equal("half \ufffd.", json.RootElement.GetProperty("threads")[0].GetProperty("name").GetString());
        Assert.Contains("half ", report.ToMermaid(), StringComparison.Ordinal);
        Assert.Contains("half ", report.ToDot(), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_EmptyReport_AreWritten()
    {
        var report = new HangReport();
        Assert.Equal("flowchart LR\n", report.ToMermaid());
        Assert.Equal("digraph waits {\n  rankdir=LR;\n}\n", report.ToDot());
        using var json = JsonDocument.Parse(report.ToJson());
        Assert.Equal(10, json.RootElement.EnumerateObject().Count());
    }
}
