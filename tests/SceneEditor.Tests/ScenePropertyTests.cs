using FsCheck;
using FsCheck.Fluent;
using SceneEditor.Graph;
using Xunit;

namespace SceneEditor.Tests;

public sealed class ScenePropertyTests
{
    [Fact]
    public void Scene_after_any_operations_is_a_tree_with_unique_names_and_undo_takes_all_of_it_back()
    {
        var steps = Gen.Choose(0, int.MaxValue - 1).ListOf(40).ToArbitrary();
        Prop.ForAll(steps, numbers =>
        {
            var scene = new Scene("test.scene");
            StartScene.Fill(scene);
            var start = scene.Nodes;
            foreach (var number in numbers)
            {
                var version = scene.Version;
                try
                {
                    Apply(scene, number);
                }
                catch (SceneException)
                {
                    // A refused operation leaves no trace.
                    if (scene.Version != version)
                        return false;
                }

                if (!IsTree(scene))
                    return false;
            }

            var end = scene.Nodes;
            var undone = 0;
            for (; scene.UndoName is not null; undone++)
                scene.Undo();
            if (!scene.Nodes.SequenceEqual(start))
                return false;
            for (; undone > 0; undone--)
                scene.Redo();
            return scene.Nodes.SequenceEqual(end);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private static void Apply(Scene scene, int number)
    {
        var target = scene.Nodes.Length == 0 ? 0 : scene.Nodes[number / 8 % scene.Nodes.Length].Id;
        switch (number % 8)
        {
            case 0: scene.Create((NodeKind)(number / 16 % 5), number % 3 == 0 ? 0 : target); break;
            case 1: scene.Rename(target, $"n{number % 7}"); break;
            case 2: scene.Delete(target); break;
            case 3: scene.Duplicate(target); break;
            case 4: scene.Set(target, (NodeProperty)(number / 32 % 7), number % 100, number % 2); break;
            case 5: scene.SetVisible(target, number % 3 == 0); break;
            case 6: scene.Undo(); break;
            default: scene.Redo(); break;
        }
    }

    /// <summary>Each object's parent stands before it, nothing of another branch in between.</summary>
    private static bool IsTree(Scene scene)
    {
        var path = new Stack<int>([0]);
        foreach (var node in scene.Nodes)
        {
            while (path.Count > 0 && path.Peek() != node.Parent)
                path.Pop();
            if (path.Count == 0)
                return false;
            path.Push(node.Id);
        }

        return scene.Nodes.Select(node => node.Name).Distinct(StringComparer.Ordinal).Count() == scene.Nodes.Length
            && scene.Nodes.Select(node => node.Id).Distinct().Count() == scene.Nodes.Length;
    }
}
