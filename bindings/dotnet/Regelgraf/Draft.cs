using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Regelgraf
{
    /// <summary>
    /// A model while it is being built or changed: elements of one layer by id. It may be wrong; nothing can be asked of it. One
    /// thread at a time.
    /// </summary>
    public sealed class Draft : IDisposable
    {
        private readonly DraftHandle draft;

        internal Draft(DraftHandle draft)
        {
            this.draft = draft;
        }

        /// <summary>A draft without elements. `head`: the value of `model` in a model file, JSON with `id` at least; the layers
        /// that `extends` names are loaded now.</summary>
        public Draft(string head, LoadOptions options = null)
        {
            Library.Check();
            draft = Make(Utf8.Bytes(head, nameof(head)), options);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static DraftHandle Make(byte[] head, LoadOptions options)
        {
            using (var loading = new Loading(options))
            {
                loading.Check(Native.rg_draft_new(head, Utf8.Size(head), loading.Handle, out DraftHandle made, out IntPtr error), error);
                return made;
            }
        }

        /// <summary>The same, with the head as a dictionary.</summary>
        public Draft(IDictionary<string, object> head, LoadOptions options = null) : this(Json.Write(head), options) { }

        /// <summary>How many elements, without those of layers below.</summary>
        public int Count
        {
            get
            {
                using (new Held(draft)) return (int)Native.rg_draft_element_count(draft).ToUInt64();
            }
        }

        /// <summary>Replace the head: a new name or edition. `extends` must name what it named.</summary>
        public void SetHead(string head)
        {
            byte[] given = Utf8.Bytes(head, nameof(head));
            Calls.Check(Native.rg_draft_set_head(draft, given, Utf8.Size(given), out IntPtr error), error);
        }

        /// <summary>The same, with the head as a dictionary.</summary>
        public void SetHead(IDictionary<string, object> head) => SetHead(Json.Write(head));

        /// <summary>
        /// Add an element, JSON as in a model file, or put it in the place of the one with its id; true: there was one. Throws
        /// InvalidModelException with every finding, and the draft is as before.
        /// </summary>
        public bool Add(string element)
        {
            byte[] given = Utf8.Bytes(element, nameof(element));
            Calls.Check(Native.rg_draft_add(draft, given, Utf8.Size(given), out int replaced, out IntPtr error), error);
            return replaced != 0;
        }

        /// <summary>The same, with the element as a dictionary.</summary>
        public bool Add(IDictionary<string, object> element) => Add(Json.Write(element));

        /// <summary>Take an element out. Throws UnknownElementException where the draft has none; those of layers below stay.</summary>
        public void Remove(string id)
        {
            byte[] given = Utf8.Bytes(id, nameof(id));
            Calls.Check(Native.rg_draft_remove(draft, given, Utf8.Size(given), out IntPtr error), error);
        }

        /// <summary>A model of the draft, which stays as it is. Throws InvalidModelException with every finding.</summary>
        public Model Freeze(CancellationToken cancellationToken = default(CancellationToken), TimeSpan? deadline = null,
                            IProgress<Progress> progress = null)
        {
            using (var limits = new CallLimits(cancellationToken, deadline, progress))
            {
                limits.Check(Native.rg_draft_freeze(draft, limits.Handle, out ModelHandle model, out IntPtr error), error);
                return new Model(model);
            }
        }

        /// <summary>Let go of the draft; models made of it stay. Twice is fine.</summary>
        public void Dispose() => draft.Dispose();
    }
}
