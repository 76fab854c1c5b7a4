using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;

namespace Regelgraf
{
    /// <summary>An object of an answer, read field by field. A field that must be there and is not is a defect: it throws.</summary>
    internal sealed class Said
    {
        internal Said(object value)
        {
            Fields = (IReadOnlyDictionary<string, object>)value;
        }

        private static readonly IReadOnlyList<object> Nothing = new object[0].Frozen();
        private static readonly IReadOnlyDictionary<string, object> None = new Dictionary<string, object>().Frozen();

        internal IReadOnlyDictionary<string, object> Fields { get; }

        internal bool Has(string name) => Fields.ContainsKey(name);
        internal object OrNull(string name) => Fields.TryGetValue(name, out object value) ? value : null;
        internal string Text(string name) => (string)Fields[name];
        internal string TextOrNull(string name) => OrNull(name) as string;
        internal bool Bool(string name) => (bool)Fields[name];
        internal bool BoolOrFalse(string name) => OrNull(name) is bool yes && yes;
        internal double Number(string name) => (double)Fields[name];
        internal double? NumberOrNull(string name) => OrNull(name) as double?;
        internal int Int(string name) => (int)Number(name);
        internal Text Bilingual(string name) => new Text(Object(name));
        internal Text BilingualOrNull(string name) => Has(name) ? Bilingual(name) : null;
        internal Said Object(string name) => new Said(Fields[name]);
        internal Hours Hours(string name) => Regelgraf.Hours.Of(Fields[name]);
        internal Hours? HoursOrNull(string name) => Has(name) ? Hours(name) : (Hours?)null;

        /// <summary>A list; none where the field is left out.</summary>
        internal IReadOnlyList<object> List(string name) => (IReadOnlyList<object>)OrNull(name) ?? Nothing;

        internal IReadOnlyList<Said> Objects(string name) => List(name).Select(one => new Said(one)).Frozen();

        internal IReadOnlyList<IReadOnlyDictionary<string, object>> Details(string name) =>
            List(name).Cast<IReadOnlyDictionary<string, object>>().Frozen();

        internal IReadOnlyDictionary<string, object> DetailOrNull(string name) => OrNull(name) as IReadOnlyDictionary<string, object>;

        /// <summary>Ids, each alone or as the `id` of an object.</summary>
        internal IReadOnlyList<string> Ids(string name) => IdsOf(List(name));

        internal IReadOnlyList<IReadOnlyList<string>> Paths(string name) =>
            List(name).Select(path => IdsOf((IReadOnlyList<object>)path)).Frozen();

        /// <summary>Hours by name.</summary>
        internal IReadOnlyDictionary<string, Hours> HoursByName(string name) =>
            Object(name).Fields.ToDictionary(one => one.Key, one => Regelgraf.Hours.Of(one.Value)).Frozen();

        /// <summary>Texts by name; none where the field is left out.</summary>
        internal IReadOnlyDictionary<string, string> TextsByName(string name) =>
            (Has(name) ? Object(name).Fields : None).ToDictionary(one => one.Key, one => (string)one.Value).Frozen();

        private static IReadOnlyList<string> IdsOf(IReadOnlyList<object> values) =>
            values.Select(one => one as string ?? new Said(one).Text("id")).Frozen();
    }

    internal static class Lists
    {
        /// <summary>A list that cannot be cast back and changed.</summary>
        internal static IReadOnlyList<T> Frozen<T>(this IEnumerable<T> values) => new List<T>(values).AsReadOnly();

        internal static IReadOnlyDictionary<string, T> Frozen<T>(this Dictionary<string, T> values) =>
            new ReadOnlyDictionary<string, T>(values);

        /// <summary>Without what is null: what is not given is left out of a question.</summary>
        internal static Dictionary<string, object> Given(this Dictionary<string, object> values) =>
            values.Where(one => one.Value != null).ToDictionary(one => one.Key, one => one.Value);
    }
}
