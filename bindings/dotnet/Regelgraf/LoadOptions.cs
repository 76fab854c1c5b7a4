using System;
using System.Collections.Generic;
using System.Threading;

namespace Regelgraf
{
    /// <summary>How weighty a line of the log is.</summary>
    public enum LogLevel
    {
        /// <summary>What was done: a model and its layers, how many elements.</summary>
        Info = 0,
        /// <summary>Worth a look: a finding that does not forbid the model.</summary>
        Warning = 1,
        /// <summary>A finding that forbids the model.</summary>
        Error = 2
    }

    /// <summary>How a model is loaded. May be used again; one load at a time.</summary>
    public sealed class LoadOptions
    {
        /// <summary>Layers that `extends` may name, by name: the text of a model file, as string or byte[].</summary>
        public IDictionary<string, object> Layers { get; set; }
        /// <summary>Where further layers are looked for, before those built in (`dk`).</summary>
        public IEnumerable<string> Folders { get; set; }
        /// <summary>Most bytes of one file after unpacking; null: 1 GiB.</summary>
        public ulong? MaxBytes { get; set; }
        /// <summary>Let text pass that looks like a CPR number.</summary>
        public bool AllowPersonalData { get; set; }
        /// <summary>Told what happens, in the calling thread: one English line. What it throws comes out of the call, at its end.</summary>
        public Action<LogLevel, string> Log { get; set; }
        /// <summary>The least weighty lines that Log is told.</summary>
        public LogLevel LogLevel { get; set; }
        /// <summary>Ends the call, which throws OperationCanceledException.</summary>
        public CancellationToken CancellationToken { get; set; }
        /// <summary>How long it may take; after that CancelledException.</summary>
        public TimeSpan? Deadline { get; set; }
        /// <summary>Told how far it has come, in the calling thread. What it throws ends the call and comes out of it.</summary>
        public IProgress<Progress> Progress { get; set; }
    }

    /// <summary>Options as C has them, for one call.</summary>
    internal sealed class Loading : IDisposable
    {
        private readonly Action<LogLevel, string> log;
        private readonly Native.Log callback;  // held while C may call it

        internal Loading(LoadOptions options)
        {
            options = options ?? new LoadOptions();
            Limits = new CallLimits(options.CancellationToken, options.Deadline, options.Progress);
            try
            {
                Calls.Check(Native.rg_load_options_new(out LoadOptionsHandle handle, out IntPtr error), error);
                Handle = handle;
                Native.rg_load_options_set_limits(handle, Limits.Handle);
                if (options.Layers != null)
                    foreach (KeyValuePair<string, object> layer in options.Layers) Add(layer.Key, layer.Value);
                if (options.Folders != null)
                    foreach (string folder in options.Folders) AddFolder(folder);
                if (options.MaxBytes != null) Native.rg_load_options_set_max_bytes(handle, options.MaxBytes.Value);
                Native.rg_load_options_set_allow_personal_data(handle, options.AllowPersonalData ? 1 : 0);
                if (options.Log == null) return;
                log = options.Log;
                callback = Tell;
                Native.rg_load_options_set_log(handle, (Native.LogLevel)options.LogLevel, callback, IntPtr.Zero);
            }
            catch
            {
                Dispose();
                throw;
            }
        }

        internal LoadOptionsHandle Handle { get; }
        internal CallLimits Limits { get; }

        /// <summary>Throws what loading came to, unless that is well.</summary>
        internal void Check(Native.Status status, IntPtr error) => Limits.Check(status, error);

        public void Dispose()
        {
            Handle?.Dispose();
            Limits.Dispose();
        }

        private void Add(string name, object text)
        {
            byte[] key = Utf8.Bytes(name, "layers");
            if (!(text is string) && !(text is byte[])) throw new ArgumentException($"the layer `{name}` is neither a string nor byte[]");
            byte[] content = text as byte[] ?? Utf8.Bytes((string)text, "layers");
            Calls.Check(Native.rg_load_options_add_layer(Handle, key, Utf8.Size(key), content, Utf8.Size(content), out IntPtr error),
                        error);
        }

        private void AddFolder(string folder)
        {
            byte[] path = Utf8.Bytes(folder, "folders");
            Calls.Check(Native.rg_load_options_add_folder(Handle, path, Utf8.Size(path), out IntPtr error), error);
        }

        private void Tell(Native.LogLevel level, IntPtr message, IntPtr data)
        {
            try
            {
                log((LogLevel)level, Utf8.Copy(message));
            }
            catch (Exception error)
            {
                Limits.Keep(error);
            }
        }
    }
}
