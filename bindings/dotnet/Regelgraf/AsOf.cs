using System.Collections.Generic;

namespace Regelgraf
{
    /// <summary>A model as it was recorded by some moment, with the day to ask it with.</summary>
    public sealed class AsOf
    {
        internal AsOf(Model model, Said said)
        {
            Model = model;
            ValidOn = said.TextOrNull("valid_on");
            State = (long)said.Object("entry").Number("state");
            Entry = said.Object("entry").Fields;
        }

        /// <summary>Of the state; dispose of it when done.</summary>
        public Model Model { get; }
        /// <summary>To be given to every question as `date`; null: the last state.</summary>
        public string ValidOn { get; }
        /// <summary>The state's number.</summary>
        public long State { get; }
        /// <summary>The entry that made the state: "at", "by", "why", "hash", ...</summary>
        public IReadOnlyDictionary<string, object> Entry { get; }
    }
}
