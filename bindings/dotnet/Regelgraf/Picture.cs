using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading.Tasks;

namespace Regelgraf
{
    /// <summary>
    /// A picture of a model or an answer; see Model.Picture. Each format is written when it is asked for and asks the model anew,
    /// so keep that open; the same picture gives the same text. Any number of threads may use it. What is wrong with it is thrown
    /// then: UnknownElementException, InvalidQuestionException, WrongTypeException, PersonalDataException, TooLargeException.
    /// </summary>
    public sealed class Picture
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

        private readonly Func<Dictionary<string, object>, string> ask;
        private readonly Dictionary<string, object> request;

        internal Picture(Func<Dictionary<string, object>, string> ask, Dictionary<string, object> request)
        {
            this.ask = ask;
            this.request = request;
        }

        /// <summary>For Graphviz.</summary>
        public string Dot() => As("dot");

        /// <summary>For Gephi, yEd and NetworkX.</summary>
        public string GraphMl() => As("graphml");

        /// <summary>A flowchart for Markdown. Throws TooLargeException beyond what Mermaid draws.</summary>
        public string Mermaid() => As("mermaid");

        /// <summary>
        /// A drawing. Throws FileNotFoundException without the program `dot` of Graphviz, which places it; TimeoutException where
        /// that takes a minute; TooLargeException beyond 250 elements.
        /// </summary>
        public string Svg() => As("svg", Placed(As("placing")));

        /// <summary>Write to a file, in the format of its ending: .svg, .dot, .gv, .graphml, .mmd. Else ArgumentException.</summary>
        public void Save(string path)
        {
            string text;
            switch (Path.GetExtension(path))
            {
                case ".svg": text = Svg(); break;
                case ".dot": case ".gv": text = Dot(); break;
                case ".graphml": text = GraphMl(); break;
                case ".mmd": text = Mermaid(); break;
                default: throw new ArgumentException("a picture is written as .svg, .dot, .gv, .graphml, .mmd", nameof(path));
            }
            File.WriteAllText(path, text);  // UTF-8
        }

        internal string As(string format, string placed = null)
        {
            var asked = new Dictionary<string, object>(request) { ["format"] = format };
            if (placed != null) asked["placed"] = placed;
            return ask(asked);
        }

        /// <summary>Where `dot` puts the boxes of a graph.</summary>
        internal static string Placed(string graph)
        {
            var start = new ProcessStartInfo("dot", "-Tplain")
            {
                UseShellExecute = false, CreateNoWindow = true, RedirectStandardInput = true, RedirectStandardOutput = true,
                RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8
            };
            using (Process dot = Started(start))
            {
                // Read while it is written to: a pipe that nobody reads fills up.
                Task<string> placed = dot.StandardOutput.ReadToEndAsync(), wrong = dot.StandardError.ReadToEndAsync();
                byte[] given = Encoding.UTF8.GetBytes(graph);
                try
                {
                    dot.StandardInput.BaseStream.Write(given, 0, given.Length);
                    dot.StandardInput.Close();
                }
                catch (IOException)
                {
                    // It ended before it had read all; what it says is below.
                }
                if (!dot.WaitForExit((int)Patience.TotalMilliseconds))
                {
                    dot.Kill();
                    throw new TimeoutException($"the program `dot` took more than {Patience.TotalSeconds} seconds");
                }
                if (dot.ExitCode != 0) throw new IOException($"the program `dot` failed: {wrong.Result.Trim()}");
                return placed.Result;
            }
        }

        private static Process Started(ProcessStartInfo start)
        {
            try
            {
                return Process.Start(start);
            }
            catch (Win32Exception error)
            {
                throw new FileNotFoundException("a drawing needs the program `dot`: apt install graphviz", "dot", error);
            }
        }
    }
}
