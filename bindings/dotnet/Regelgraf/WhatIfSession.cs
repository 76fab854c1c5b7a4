using System;
using System.Collections.Generic;

namespace Regelgraf
{
    /// <summary>
    /// A set of removed elements over a model, changed step by step; see Model.WhatIfSession. Each step costs what falls or rises
    /// with it, not the model. One thread at a time; any number of sessions over one model, which may be disposed of meanwhile.
    /// </summary>
    public sealed class WhatIfSession : IDisposable
    {
        private readonly SessionHandle session;

        internal WhatIfSession(SessionHandle session)
        {
            this.session = session;
        }

        /// <summary>Take out these elements, all in one step. Throws UnknownElementException, and has done nothing then.</summary>
        public void Remove(params string[] ids)
        {
            using (var listed = new TextArray(ids, "remove"))
                Calls.Check(Native.rg_session_remove(session, listed.Pointers, listed.Count, out IntPtr error), error);
        }

        /// <summary>Put one element back: a step, without effect where it is not out. Throws UnknownElementException.</summary>
        public void Restore(string id) =>
            Calls.Check(Native.rg_session_restore(session, Utf8.Ended(id, "restore"), out IntPtr error), error);

        /// <summary>Take back the last step that was not taken back; false: there was none.</summary>
        public bool Undo()
        {
            Calls.Check(Native.rg_session_undo(session, out int undone, out IntPtr error), error);
            return undone != 0;
        }

        /// <summary>Take back all steps.</summary>
        public void Clear() => Calls.Check(Native.rg_session_clear(session, out IntPtr error), error);

        /// <summary>Does this element stand now? Throws UnknownElementException.</summary>
        public bool Stands(string id)
        {
            Calls.Check(Native.rg_session_stands(session, Utf8.Ended(id, "element"), out int stands, out IntPtr error), error);
            return stands != 0;
        }

        /// <summary>What stood, stands no longer, and was not removed: in order of id.</summary>
        public IReadOnlyList<string> Fallen
        {
            get
            {
                Calls.Check(Native.rg_session_fallen_count(session, out UIntPtr count, out IntPtr error), error);
                var found = new List<string>();
                for (uint i = 0; i < count.ToUInt64(); ++i)
                    found.Add(Utf8.Copy(Native.rg_session_fallen_id(session, (UIntPtr)i, out UIntPtr length), length));
                return found.AsReadOnly();
            }
        }

        /// <summary>Every effect, as Model.WhatBreaks gives it for what is out now.</summary>
        public Breaks Breaks()
        {
            Calls.Check(Native.rg_session_breaks(session, out BreaksHandle breaks, out IntPtr error), error);
            using (breaks)
                return new Breaks(Calls.Taken(Native.rg_breaks_json(breaks, out TextHandle text, out error), text, error));
        }

        /// <summary>Let go of the session. Twice is fine.</summary>
        public void Dispose() => session.Dispose();
    }
}
