using System.Reflection.Emit;

namespace AuroraView.Rules.Tests.Il;

/// <summary>One instruction of a method's body.</summary>
/// <param name="Code">What it does.</param>
/// <param name="Operand">Its operand where that is a number or a token; else 0.</param>
internal readonly record struct Instruction(OpCode Code, long Operand);
