using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Regelgraf
{
    /// <summary>One sheet of A4 paper, or several.</summary>
    public sealed class Worksheet
    {
        internal Worksheet(Said said)
        {
            Sheet = said.Text("sheet");
            Step = said.Int("step");
            FileName = said.Text("file");
            Title = said.Text("title");
            Pages = said.Int("pages");
            Html = said.Text("html");
        }

        /// <summary>Which: a stable word, as "time_log".</summary>
        public string Sheet { get; }
        /// <summary>For which of the six steps, from 1.</summary>
        public int Step { get; }
        /// <summary>A name for its file.</summary>
        public string FileName { get; }
        /// <summary>Its title.</summary>
        public string Title { get; }
        /// <summary>How many pages.</summary>
        public int Pages { get; }
        /// <summary>HTML that stands alone: no script, nothing fetched.</summary>
        public string Html { get; }
    }

    /// <summary>The sheets, in the order of the steps; see Model.Worksheets. They never change.</summary>
    public sealed class Worksheets : IReadOnlyList<Worksheet>
    {
        internal Worksheets(string json)
        {
            All = ((IReadOnlyList<object>)Json.Read(json)).Select(one => new Worksheet(new Said(one))).Frozen();
        }

        /// <summary>Every sheet.</summary>
        public IReadOnlyList<Worksheet> All { get; }
        /// <summary>How many.</summary>
        public int Count => All.Count;
        /// <summary>One of them.</summary>
        public Worksheet this[int i] => All[i];
        /// <summary>One after the other.</summary>
        public IEnumerator<Worksheet> GetEnumerator() => All.GetEnumerator();
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <summary>Write each into a folder, which is made where it is missing; the paths.</summary>
        public IReadOnlyList<string> Save(string folder)
        {
            Directory.CreateDirectory(folder);
            var paths = new List<string>();
            foreach (Worksheet sheet in All)
            {
                paths.Add(Path.Combine(folder, sheet.FileName));
                File.WriteAllText(paths.Last(), sheet.Html);
            }
            return paths.AsReadOnly();
        }
    }
}
