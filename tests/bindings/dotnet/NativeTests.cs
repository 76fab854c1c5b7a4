using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Regelgraf.Tests
{
    /// <summary>The low layer, what of it is used, and the library itself.</summary>
    internal static class NativeTests
    {
        /// <summary>Functions that no call here needs: what they say is in the JSON of the answer, or another says it.</summary>
        private static readonly string[] NotUsed =
        {
            "rg_ask",  // rg_ask_limited without limits
            "rg_model_element_id",  // rg_model_element_ids
            "rg_breaks_count", "rg_breaks_id", "rg_breaks_ids", "rg_breaks_elements", "rg_breaks_through", "rg_breaks_hours",
            "rg_burden_group_count", "rg_burden_key", "rg_burden_figure", "rg_burden_element_count", "rg_burden_element",
            "rg_reasons_stands", "rg_reasons_origin", "rg_reasons_claim", "rg_reasons_count", "rg_reasons_id", "rg_reasons_path_count",
            "rg_reasons_path_length", "rg_reasons_path_id", "rg_reasons_surplus",
            "rg_findings_count", "rg_findings_severity", "rg_findings_code", "rg_findings_element", "rg_findings_text", "rg_findings_line",
            "rg_findings_column", "rg_findings_field", "rg_findings_advice",
            "rg_cut_sets_count", "rg_cut_sets_size", "rg_cut_sets_id", "rg_cut_sets_is_complete",
            "rg_ranking_count", "rg_ranking_is_complete", "rg_ranking_id", "rg_ranking_breaks", "rg_ranking_duties", "rg_ranking_hours",
            "rg_ranking_elements", "rg_ranking_column", "rg_edges_new", "rg_edges_count", "rg_edges_column",
            "rg_decision_verdict", "rg_decision_option_count", "rg_decision_holder_count", "rg_decision_holder", "rg_decision_jointly",
            "rg_decision_grant", "rg_decision_is_conditional", "rg_decision_chain", "rg_decision_involvement_count",
            "rg_decision_involvement", "rg_decision_body", "rg_decision_involvement_depends", "rg_decision_to_ask_count", "rg_decision_to_ask",
            "rg_may", "rg_may_chain", "rg_journal_note",
            "rg_powers_count", "rg_powers_is_complete", "rg_powers_target", "rg_powers_power", "rg_powers_grant", "rg_powers_because",
            "rg_powers_because_of", "rg_powers_with_count", "rg_powers_with", "rg_powers_hours", "rg_powers_targets", "rg_powers_hours_column",
            "rg_removal_is_possible", "rg_removal_earliest", "rg_removal_days", "rg_removal_months", "rg_removal_count", "rg_removal_id",
            "rg_removal_step_count", "rg_removal_step", "rg_removal_element_count", "rg_removal_element", "rg_removal_involvement",
            "rg_removal_body", "rg_removal_holder_count", "rg_removal_holder", "rg_removal_jointly", "rg_removal_depends", "rg_removal_done",
            "rg_error_status",  // the call's own
            "rg_cancel_is_triggered"  // CancellationToken knows
        };

        private static IEnumerable<MethodInfo> Functions =>
            typeof(Native).GetMethods(BindingFlags.Static | BindingFlags.NonPublic).Where(one => one.Name.StartsWith("rg_", StringComparison.Ordinal));

        private static string Header => Regex.Replace(Models.Read("capi/include/regelgraf.h"), @"/\*.*?\*/", "", RegexOptions.Singleline);

        [Test]
        internal static void EveryFunctionOfTheHeaderIsDeclared()
        {
            string[] header = Regex.Matches(Header, @"RG_CALL\s+(rg_\w+)\s*\(").Cast<Match>().Select(one => one.Groups[1].Value).ToArray();
            Is.True(header.Length > 150);
            Is.Ids(string.Join(" ", header.OrderBy(one => one, StringComparer.Ordinal)), Functions.Select(one => one.Name).OrderBy(one => one, StringComparer.Ordinal));
        }

        [Test]
        internal static void EveryFunctionIsUsedOrListed()
        {
            string text = string.Concat(Directory.GetFiles(Models.At("bindings/dotnet/Regelgraf"), "*.cs").Where(one => !one.EndsWith("Native.cs", StringComparison.Ordinal))
                                                 .Select(File.ReadAllText));
            IEnumerable<string> unused = Functions.Select(one => one.Name).Where(name => !name.EndsWith("_free", StringComparison.Ordinal) && !text.Contains("Native." + name + "("));
            Is.Ids(string.Join(" ", NotUsed.OrderBy(one => one, StringComparer.Ordinal)), unused.OrderBy(one => one, StringComparer.Ordinal));
        }

        [Test]
        internal static void TheLibraryHasEveryFunction()
        {
            foreach (MethodInfo function in Functions) Marshal.Prelink(function);  // throws EntryPointNotFoundException
        }

        [Test]
        internal static IEnumerable<Case> ThePublicValuesAreTheLibrarys()
        {
            foreach (Type type in new[] { typeof(Status), typeof(LogLevel), typeof(Verdict), typeof(Permission) })
                yield return new Case(type.Name, () =>
                {
                    Type native = typeof(Native).GetNestedType(type.Name, BindingFlags.NonPublic);
                    Is.Ids(Values(native), Values(type).Split(' '));
                });
        }

        private static string Values(Type type) => string.Join(" ", Enum.GetValues(type).Cast<object>().Select(one => one + "=" + Convert.ToInt32(one)));

        [Test]
        internal static void EveryStatusHasItsException()
        {
            Type[] kinds = typeof(RegelgrafException).Assembly.GetTypes().Where(one => one.BaseType == typeof(RegelgrafException)).ToArray();
            foreach (Status status in Enum.GetValues(typeof(Status)))
            {
                if (status == Status.Ok) continue;
                RegelgrafException made = RegelgrafException.OfAnswer(new Said(Json.Read(
                    "{\"code\":\"" + Regex.Replace(status.ToString(), "(?<!^)[A-Z]", "_$0").ToLowerInvariant() + "\",\"message\":\"m\",\"at\":\"a\"}")));
                Is.True(made.Status == status && made.At == "a" && kinds.Contains(made.GetType()), status.ToString());
            }
            Is.Equal(Enum.GetValues(typeof(Status)).Length - 1, kinds.Length);
        }

        [Test]
        internal static void TheVersionIsTheProjects()
        {
            string version = Regex.Match(Models.Read("CMakeLists.txt"), @"VERSION (\d+\.\d+\.\d+)").Groups[1].Value;
            Is.Equal(version, Library.Version);
            Is.In($"<Version>{version}</Version>", Models.Read("bindings/dotnet/Regelgraf/Regelgraf.csproj"));
            Is.True(File.Exists(Library.Path), Library.Path);
        }

        /// <summary>
        /// Three assemblies and no more; and where mono-devel is installed, whose netstandard.dll forwards exactly the types of the
        /// standard, none but those.
        /// </summary>
        [Test]
        internal static void OnlyWhatNetstandardHasIsUsed()
        {
            Is.Ids("System System.Core mscorlib", typeof(Model).Assembly.GetReferencedAssemblies().Select(one => one.Name).OrderBy(one => one, StringComparer.Ordinal));
            Assembly standard;
            try
            {
                standard = Assembly.Load("netstandard");
            }
            catch (FileNotFoundException)
            {
                return;
            }
            Is.True(standard.GetType("System.Web.HttpContext") == null && standard.GetType("System.Lazy`1") != null, "what the standard has");
            var outside = new List<string>();
            int seen = 0;
            foreach (Module module in typeof(Model).Assembly.GetModules())
            {
                for (int token = 0x01000001;; ++token, ++seen)
                {
                    Type type;
                    try
                    {
                        type = module.ResolveType(token);
                    }
                    catch (ArgumentException)
                    {
                        break;
                    }
                    if (type.Assembly != typeof(Model).Assembly && standard.GetType(type.FullName) == null) outside.Add(type.FullName);
                }
            }
            Is.True(seen > 50, "types were looked at, that");
            Is.Ids("", outside);
        }

        // Finding and refusing: in a process of its own, since a library stays loaded.

        internal static int SayVersion()
        {
            try
            {
                Console.WriteLine(Library.Version + " " + Library.Path);
                return 0;
            }
            catch (LibraryException error)
            {
                Console.WriteLine(error.Message);
                try
                {
                    Model.FromText("{}");  // and again, with the same words
                }
                catch (LibraryException again)
                {
                    return again.Message == error.Message ? 1 : 3;
                }
                return 3;
            }
        }

        private static string Loading(string library, string path = null)
        {
            string self = typeof(NativeTests).Assembly.Location;
            var start = new ProcessStartInfo(Process.GetCurrentProcess().MainModule.FileName, "\"" + self + "\" --version")
            {
                UseShellExecute = false, RedirectStandardOutput = true
            };
            start.StandardOutputEncoding = System.Text.Encoding.UTF8;
            start.EnvironmentVariables["REGELGRAF_LIBRARY"] = library;
            if (path != null) start.EnvironmentVariables["LD_LIBRARY_PATH"] = path;
            using (Process process = Process.Start(start))
            {
                string said = process.StandardOutput.ReadToEnd();
                process.WaitForExit();
                return process.ExitCode + " " + said.TrimEnd();
            }
        }

        private static string Compiled(string folder, string text)
        {
            string source = Path.Combine(folder, "other.c"), library = Path.Combine(folder, "libother.so");
            File.WriteAllText(source, text);
            string compiler = Environment.GetEnvironmentVariable("REGELGRAF_CC") ?? "cc";
            using (Process process = Process.Start(compiler, $"-shared -fPIC -Wl,-soname,libregelgraf.so.0 -o \"{library}\" \"{source}\""))
            {
                process.WaitForExit();
                Is.Equal(0, process.ExitCode, compiler);
            }
            return library;
        }

        [Test]
        internal static void TheLibraryThatIsNamedIsLoaded()
        {
            string library = Library.Path;
            Is.Equal($"0 {Library.Version} {library}", Loading(library));
        }

        [Test]
        internal static void TheLibraryIsFoundWhereTheSystemLooks() => Models.InFolder(folder =>
        {
            File.Copy(Library.Path, Path.Combine(folder, "libregelgraf.so.0"));
            Is.Equal($"0 {Library.Version} {Path.Combine(folder, "libregelgraf.so.0")}", Loading("", folder));
        });

        [Test]
        internal static void AnotherAbiIsRefusedWithBothVersionsAndThePath() => Models.InFolder(folder =>
        {
            string library = Compiled(folder, "int rg_abi_version(void) { return 7; } const char *rg_version(void) { return \"9.8.7\"; }");
            Is.Equal($"1 regelgraf: this assembly speaks ABI {Native.RG_ABI_VERSION}, but the library {library} is version 9.8.7 with ABI 7", Loading(library));
        });

        [Test]
        internal static void WhatIsNoLibraryIsRefused() => Models.InFolder(folder =>
        {
            string path = Path.Combine(folder, "libregelgraf.so");
            Is.In($"1 regelgraf: cannot load the library {path} (", Loading(path));
            File.WriteAllText(path, "no library");
            Is.In("REGELGRAF_LIBRARY may say where it is", Loading(path));
            Is.In("1 regelgraf: cannot load the library", Loading(Compiled(folder, "int nothing(void) { return 7; }")));
        });

        /// <summary>The blocks of a language, one after the other.</summary>
        private static string Blocks(string text, string language) =>
            string.Concat(Regex.Matches(text, "```" + language + "\n(.*?)```", RegexOptions.Singleline).Cast<Match>().Select(one => one.Groups[1].Value));

        [Test]
        internal static void TheReadmeRunsAsWritten() => Models.InFolder(folder =>
        {
            string text = Models.Read("bindings/dotnet/README.md"), assembly = typeof(Model).Assembly.Location;
            string program = Blocks(text, "csharp"), output = Blocks(text, "text");
            string source = Path.Combine(folder, "readme.cs"), made = Path.Combine(folder, "readme.exe");
            File.WriteAllText(source, "using System; using System.Collections.Generic; using System.Text; using Regelgraf; static class Readme { static void Main() { Console.OutputEncoding = new UTF8Encoding(false);\n" +
                                      program + "} }");
            File.Copy(assembly, Path.Combine(folder, Path.GetFileName(assembly)));
            File.Copy(assembly + ".config", Path.Combine(folder, Path.GetFileName(assembly) + ".config"));
            using (Process compiler = Process.Start(Environment.GetEnvironmentVariable("REGELGRAF_MCS") ?? "mcs", $"-nologo \"-r:{assembly}\" \"-out:{made}\" \"{source}\""))
            {
                compiler.WaitForExit();
                Is.Equal(0, compiler.ExitCode);
            }
            var start = new ProcessStartInfo(Process.GetCurrentProcess().MainModule.FileName, $"\"{made}\"")
            {
                UseShellExecute = false, RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8, WorkingDirectory = Runner.Root
            };
            using (Process process = Process.Start(start)) Is.Equal(output, process.StandardOutput.ReadToEnd());
        });
    }
}
