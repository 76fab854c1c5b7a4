using System;
using System.Collections.Generic;
using System.Globalization;

namespace Regelgraf
{
    /// <summary>
    /// A day, or a moment, as calls take it: give a DateTime, a DateTimeOffset or a text in ISO 8601 wherever one is asked for.
    /// </summary>
    public sealed class Date
    {
        private Date(string day, string time, string moment)
        {
            Day = day;
            Time = time;
            Moment = moment;
        }

        /// <summary>YYYY-MM-DD; of a text the text itself.</summary>
        public string Day { get; }

        /// <summary>The day with its time to the second, and the zone where one is known; the day alone at midnight.</summary>
        public string Time { get; }

        /// <summary>The moment to the microsecond, with its zone; of a DateTime at midnight the day: so .NET writes days.</summary>
        internal string Moment { get; }

        /// <summary>The day of a moment, in the zone it is in.</summary>
        public static implicit operator Date(DateTime moment) => Of(moment, moment.TimeOfDay, "K", true);

        /// <summary>The same; null: no day.</summary>
        public static implicit operator Date(DateTime? moment) => moment == null ? null : (Date)moment.Value;

        /// <summary>The day of a moment, in the zone it is in.</summary>
        public static implicit operator Date(DateTimeOffset moment) => Of(moment, moment.TimeOfDay, "zzz", false);

        /// <summary>A text in ISO 8601; the library says whether it is one. null: no day.</summary>
        public static implicit operator Date(string text) => text == null ? null : new Date(text, text, text);

        /// <summary>The day.</summary>
        public override string ToString() => Day;

        /// <summary>A value that is a date, as a Date; else null.</summary>
        internal static Date OfValue(object value)
        {
            if (value is DateTime) return (DateTime)value;
            if (value is DateTimeOffset) return (DateTimeOffset)value;
            return value as Date;
        }

        private static Date Of(IFormattable moment, TimeSpan time, string zone, bool mayBeDay)
        {
            string day = moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            string exact = moment.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFF" + zone, CultureInfo.InvariantCulture);
            if (time == TimeSpan.Zero) return new Date(day, day, mayBeDay ? day : exact);
            return new Date(day, moment.ToString("yyyy-MM-ddTHH:mm:ss" + zone, CultureInfo.InvariantCulture), exact);
        }
    }

    /// <summary>What a question of authority is about: an element by id, given as a string, or a KLE number.</summary>
    public sealed class Target
    {
        private Target(string id, string number, string facet)
        {
            Id = id;
            Number = number;
            Facet = facet;
        }

        /// <summary>Id of a rule, task or matter; null where it is a KLE number.</summary>
        public string Id { get; }

        /// <summary>The KLE number, as "27.36.04"; null where it is an id.</summary>
        public string Number { get; }

        /// <summary>The KLE facet, as "G01"; null: none. With it the power may be left out.</summary>
        public string Facet { get; }

        /// <summary>A target by KLE number.</summary>
        public static Target Kle(string number, string facet = null) =>
            new Target(null, number ?? throw new ArgumentNullException(nameof(number)), facet);

        /// <summary>A target by id.</summary>
        public static implicit operator Target(string id) => id == null ? null : new Target(id, null, null);

        /// <summary>The id or number.</summary>
        public override string ToString() => Id ?? Number;

        internal Dictionary<string, object> AsKle()
        {
            var kle = new Dictionary<string, object> { ["kle"] = Number };
            if (Facet != null) kle["facet"] = Facet;
            return kle;
        }
    }
}
