// Who may repeal a rule, and what breaks if it goes?   Ask.exe MODEL RULE

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Regelgraf;

internal static class Ask
{
    private static void WhoMayRepeal(TextWriter to, Model model, string rule)
    {
        Decision decision = model.WhoDecides("repeal", rule);
        to.WriteLine($"who may repeal {rule}: {decision.Verdict.ToString().ToLowerInvariant()}");
        foreach (Option option in decision.Options)
        {
            string line = string.Join(" ", option.Holders);
            if (option.Jointly > 1) line += $", {option.Jointly} together";
            if (option.Grant != null) line += $", by {option.Grant}";
            if (option.DependsOn.Count > 0) line += ", on conditions";
            to.WriteLine($"  {line}");
        }
        to.WriteLine($"da: {decision.Text.Da}\nen: {decision.Text.En}");
    }

    private static void WhatBreaks(TextWriter to, Model model, string rule)
    {
        Breaks breaks = model.WhatBreaks(rule);
        to.WriteLine($"what breaks without {rule}");
        List(to, "lapsed", breaks.Lapsed);
        List(to, "broken", breaks.Broken);
        List(to, "unmet duties", breaks.UnmetDuties);
        List(to, "redundant", breaks.Redundant);
        List(to, "not examined", breaks.Unexamined);
        to.WriteLine($"da: {breaks.Text.Da}\nen: {breaks.Text.En}");
    }

    private static void List(TextWriter to, string name, IEnumerable<string> ids) =>
        to.WriteLine(string.Join(" ", new[] { $"  {name}:" }.Concat(ids)));

    private static int Main(string[] arguments)
    {
        if (arguments.Length != 2)
        {
            Console.Error.WriteLine("usage: Ask.exe MODEL RULE");
            return 2;
        }
        try
        {
            using (var to = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" })
            using (Model model = Model.Open(arguments[0]))
            {
                WhoMayRepeal(to, model, arguments[1]);
                WhatBreaks(to, model, arguments[1]);
            }
        }
        catch (RegelgrafException error)
        {
            Console.Error.WriteLine(error.At == "" ? error.Message : $"{error.At}: {error.Message}");
            foreach (SourceFinding finding in error.Findings) Console.Error.WriteLine(finding);
            return 1;
        }
        return 0;
    }
}
