using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;

namespace Regelgraf.Tests
{
    /// <summary>A test, or (a sequence of Case) several.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    internal sealed class TestAttribute : Attribute { }

    internal sealed class Case
    {
        internal Case(string name, Action run)
        {
            Name = name;
            Run = run;
        }

        internal string Name { get; }
        internal Action Run { get; }
    }

    internal sealed class Failed : Exception
    {
        internal Failed(string message) : base(message) { }
    }

    internal static class Is
    {
        internal static void True(bool holds, string what = "condition")
        {
            if (!holds) throw new Failed($"{what} does not hold");
        }

        internal static void Equal(object expected, object got, string what = "")
        {
            if (!Equals(expected, got)) throw new Failed($"{what} is\n  {Show(got)}, not\n  {Show(expected)}");
        }

        /// <summary>The same texts in the same order; `expected` is parted by spaces.</summary>
        internal static void Ids(string expected, IEnumerable<string> got) => Equal(expected, string.Join(" ", got));

        internal static void In(string part, string text)
        {
            if (text == null || text.IndexOf(part, StringComparison.Ordinal) < 0) throw new Failed($"`{part}` is not in `{text}`");
        }

        internal static T Thrown<T>(Action act) where T : Exception
        {
            try
            {
                act();
            }
            catch (T error) when (error.GetType() == typeof(T))
            {
                return error;
            }
            catch (Exception error)
            {
                throw new Failed($"{error.GetType().Name} was thrown, not {typeof(T).Name}: {error.Message}");
            }
            throw new Failed($"nothing was thrown, and not {typeof(T).Name}");
        }

        private static string Show(object value) => value == null ? "null" : value.ToString();
    }

    /// <summary>
    /// Runs the tests of this program and writes them down as JUnit does. NUnit would be one more package that vendors' .NET
    /// versions and Mono's disagree about; this is all of it that is used.
    /// usage: Regelgraf.Tests.exe [--junit FILE] [PART OF A NAME]
    /// </summary>
    internal static class Runner
    {
        internal static readonly string Root = FindRoot();

        private static int Main(string[] arguments)
        {
            Console.OutputEncoding = new System.Text.UTF8Encoding(false);  // whatever the locale
            if (arguments.Length == 1 && arguments[0] == "--version") return NativeTests.SayVersion();
            string junit = null, wanted = "";
            for (int i = 0; i < arguments.Length; ++i)
            {
                if (arguments[i] == "--junit" && i + 1 < arguments.Length) junit = arguments[++i];
                else wanted = arguments[i];
            }
            var cases = All().Where(one => one.Name.Contains(wanted)).ToList();
            var suite = new XElement("testsuite", new XAttribute("name", "dotnet"));
            int failed = cases.Count(one => !Passes(one, suite));
            suite.Add(new XAttribute("tests", cases.Count), new XAttribute("failures", failed));
            if (junit != null)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(junit)));
                new XDocument(new XElement("testsuites", suite)).Save(junit);
            }
            Console.WriteLine($"{cases.Count - failed} passed, {failed} failed");
            return cases.Count > 0 && failed == 0 ? 0 : 1;
        }

        private static IEnumerable<Case> All()
        {
            foreach (Type type in typeof(Runner).Assembly.GetTypes().OrderBy(one => one.Name, StringComparer.Ordinal))
            {
                foreach (MethodInfo method in type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public))
                {
                    if (method.GetCustomAttribute<TestAttribute>() == null) continue;
                    string name = type.Name + "." + method.Name;
                    if (method.ReturnType == typeof(void))
                        yield return new Case(name, (Action)Delegate.CreateDelegate(typeof(Action), method));
                    else
                        foreach (Case one in Several(method)) yield return new Case(name + ": " + one.Name, one.Run);
                }
            }
        }

        /// <summary>The cases of a method; where it fails to make them, that is one.</summary>
        private static IReadOnlyList<Case> Several(MethodInfo method)
        {
            try
            {
                return ((IEnumerable<Case>)method.Invoke(null, null)).ToList();
            }
            catch (Exception error)
            {
                return new[] { new Case("made", () => throw new Failed(error.ToString())) };
            }
        }

        private static bool Passes(Case one, XElement suite)
        {
            var entry = new XElement("testcase", new XAttribute("classname", one.Name.Split('.')[0]), new XAttribute("name", one.Name));
            suite.Add(entry);
            var watch = Stopwatch.StartNew();
            try
            {
                one.Run();
                return true;
            }
            catch (Exception error)
            {
                string said = error is Failed ? error.Message + "\n" + error.StackTrace : error.ToString();
                Console.WriteLine($"FAILED {one.Name}\n{said}\n");
                entry.Add(new XElement("failure", new XAttribute("message", Clean(error.Message)), Clean(said)));
                return false;
            }
            finally
            {
                entry.Add(new XAttribute("time", watch.Elapsed.TotalSeconds.ToString("F3", System.Globalization.CultureInfo.InvariantCulture)));
            }
        }

        private static string Clean(string text) => new string(text.Where(c => System.Xml.XmlConvert.IsXmlChar(c)).ToArray());

        private static string FindRoot()
        {
            string given = Environment.GetEnvironmentVariable("REGELGRAF_SOURCE");
            if (!string.IsNullOrEmpty(given)) return given;
            string folder = Directory.GetCurrentDirectory();
            while (!File.Exists(Path.Combine(folder, "capi/include/regelgraf.h"))) folder = Path.GetDirectoryName(folder);
            return folder;
        }
    }
}
