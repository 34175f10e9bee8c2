using System.Reflection;
using SceneEditor.Graph;
using Xunit;

namespace SceneEditor.Tests;

public sealed class SceneThreadTests
{
    private static readonly string[] s_free = [nameof(Scene.Name), nameof(Scene.OwnerThread)];

    [Fact]
    public void Scene_touched_from_another_thread_refuses_every_member()
    {
        var scene = new Scene("test.scene");
        var cube = scene.Create(NodeKind.Cube, 0);
        var before = scene.Nodes;
        var members = typeof(Scene).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !s_free.Any(free => method.Name == $"get_{free}") && method.Name is not ("add_Changed" or "remove_Changed"))
            .ToList();
        Assert.True(members.Count > 15);

        var wrong = new List<string>();
        OnAnotherThread(() =>
        {
            foreach (var member in members)
            {
                var arguments = member.GetParameters().Select(parameter => ArgumentFor(parameter.ParameterType)).ToArray();
                var error = Record.Exception(() => member.Invoke(scene, BindingFlags.DoNotWrapExceptions, null, arguments, null));
                if (error is not SceneThreadException { Owner: var owner, Caller: var caller } || owner == caller)
                    wrong.Add($"{member.Name}: {error?.GetType().Name ?? "no error"}");
            }
        });
        Assert.Empty(wrong);
        Assert.Equal(before, scene.Nodes);
        Assert.Equal("cube1", scene.Get(cube.Id).Name);
    }

    [Fact]
    public void SceneThreadException_says_which_threads_and_what_to_do()
    {
        var scene = new Scene("test.scene");
        SceneThreadException? error = null;
        OnAnotherThread(() => error = Assert.Throws<SceneThreadException>(() => scene.Create(NodeKind.Cube, 0)));
        Assert.Contains($"thread {scene.OwnerThread} (the host's main thread)", error!.Message, StringComparison.Ordinal);
        Assert.Contains("(not main) tried to create an object", error.Message, StringComparison.Ordinal);
        Assert.Contains("DccMode", error.Message, StringComparison.Ordinal);
    }

    private static object? ArgumentFor(Type type) =>
        type == typeof(string) ? "name" : type.IsValueType ? Activator.CreateInstance(type) : null;

    private static void OnAnotherThread(Action action)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(action)) { Name = "not main", IsBackground = true };
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromSeconds(60)));
        Assert.Null(failure);
    }
}
