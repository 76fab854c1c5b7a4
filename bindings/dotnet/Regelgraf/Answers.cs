using System;
using System.Collections.Generic;
using System.Globalization;

namespace Regelgraf
{
    /// <summary>An answer in words, or a name; where one language is missing it is as in the other.</summary>
    public sealed class Text
    {
        internal Text(Said said)
        {
            Da = said.TextOrNull("da") ?? said.Text("en");
            En = said.TextOrNull("en") ?? Da;
        }

        /// <summary>In Danish.</summary>
        public string Da { get; }
        /// <summary>In English.</summary>
        public string En { get; }

        /// <summary>The Danish text.</summary>
        public override string ToString() => Da;
    }

    /// <summary>Hours as a span.</summary>
    public struct Hours : IEquatable<Hours>
    {
        /// <summary>Hours from low to high.</summary>
        public Hours(double low, double likely, double high)
        {
            Low = low;
            Likely = likely;
            High = high;
        }

        /// <summary>At least.</summary>
        public double Low { get; }
        /// <summary>Most likely.</summary>
        public double Likely { get; }
        /// <summary>At most.</summary>
        public double High { get; }

        /// <summary>The same span.</summary>
        public bool Equals(Hours other) => Low == other.Low && Likely == other.Likely && High == other.High;
        /// <summary>The same span.</summary>
        public override bool Equals(object other) => other is Hours hours && Equals(hours);
        /// <summary>Of the three figures.</summary>
        public override int GetHashCode() => (Low.GetHashCode() * 31 + Likely.GetHashCode()) * 31 + High.GetHashCode();
        /// <summary>The same span.</summary>
        public static bool operator ==(Hours a, Hours b) => a.Equals(b);
        /// <summary>Another span.</summary>
        public static bool operator !=(Hours a, Hours b) => !a.Equals(b);
        /// <summary>"260–520", or one figure where they are the same.</summary>
        public override string ToString() =>
            Low == High ? Low.ToString(CultureInfo.InvariantCulture)
                        : Low.ToString(CultureInfo.InvariantCulture) + "–" + High.ToString(CultureInfo.InvariantCulture);

        internal static Hours Of(object value)
        {
            var figures = (IReadOnlyList<object>)value;
            return new Hours((double)figures[0], (double)figures[1], (double)figures[2]);
        }
    }

    /// <summary>
    /// What all answers have. They never change, outlive their model, and are equal where the library said the same, byte for
    /// byte. What is a "detail" in the form of FORMATS section 2 is a dictionary: objects are IReadOnlyDictionary of string and
    /// object, lists IReadOnlyList of object, numbers double.
    /// </summary>
    public abstract class Answer
    {
        internal Answer(string json, Said said)
        {
            Json = json;
            Date = said.TextOrNull("date");
        }

        /// <summary>The answer as the library gave it.</summary>
        public string Json { get; }
        /// <summary>The day asked about, YYYY-MM-DD; null: the model's last state.</summary>
        public string Date { get; }

        /// <summary>The whole answer as FORMATS section 2 has it, causes and derivations included.</summary>
        public IReadOnlyDictionary<string, object> ToDictionary() => Regelgraf.Json.ReadObject(Json);

        /// <summary>The library said the same.</summary>
        public override bool Equals(object other) => other is Answer answer && answer.Json == Json;
        /// <summary>Of what the library said.</summary>
        public override int GetHashCode() => Json.GetHashCode();

        internal static Said Read(string json) => new Said(Regelgraf.Json.Read(json));
    }
}
