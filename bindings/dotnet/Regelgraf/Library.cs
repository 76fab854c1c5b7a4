using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Regelgraf
{
    /// <summary>The native library: which it is, and where it was found.</summary>
    public static class Library
    {
        private const string Variable = "REGELGRAF_LIBRARY";
        private static readonly Lazy<LibraryException> Problem = new Lazy<LibraryException>(Load);

        /// <summary>Version of the native library, as "0.1.0". Throws LibraryException where there is none that fits.</summary>
        public static string Version
        {
            get
            {
                Check();
                return Spoken();
            }
        }

        /// <summary>Where the native library was found. Throws LibraryException where there is none that fits.</summary>
        public static string Path
        {
            get
            {
                Check();
                return Where();
            }
        }

        /// <summary>
        /// Throws unless the library is there and speaks this assembly's ABI. Mono binds a native function when it compiles the
        /// method that calls it: whatever can be called first has to check here, and call the library from another method.
        /// </summary>
        internal static void Check()
        {
            LibraryException problem = Problem.Value;
            if (problem != null) throw new LibraryException(problem.Message, problem.InnerException);
        }

        private static LibraryException Load()
        {
            string given = Environment.GetEnvironmentVariable(Variable);
            try
            {
                if (!Loader.Resolve(given) && !string.IsNullOrEmpty(given)) Loader.Preload(given);
                return Compare();
            }
            catch (Exception error) when (error is DllNotFoundException || error is BadImageFormatException ||
                                          error is EntryPointNotFoundException)
            {
                string name = string.IsNullOrEmpty(given) ? Native.Library : given;
                return new LibraryException($"regelgraf: cannot load the library {name} ({error.Message}); {Variable} may say where it is",
                                            error);
            }
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static LibraryException Compare()
        {
            int abi = Native.rg_abi_version();
            if (abi == Native.RG_ABI_VERSION) return null;
            return new LibraryException($"regelgraf: this assembly speaks ABI {Native.RG_ABI_VERSION}, but the library {Where()} is version " +
                                        $"{Spoken()} with ABI {abi}");
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static string Spoken() => Utf8.Copy(Native.rg_version());

        private static string Where()
        {
            string given = Environment.GetEnvironmentVariable(Variable);
            if (!string.IsNullOrEmpty(given)) return given;
            foreach (string file in Loaded())
            {
                string name = System.IO.Path.GetFileName(file);
                if (name.StartsWith("libregelgraf.", StringComparison.OrdinalIgnoreCase) ||
                    name.Equals("regelgraf.dll", StringComparison.OrdinalIgnoreCase)) return file;
            }
            return Native.Library;
        }

        /// <summary>The files that are part of this process. Mono's Process loses some, so the kernel is asked where it can be.</summary>
        private static IEnumerable<string> Loaded()
        {
            const string maps = "/proc/self/maps";
            if (File.Exists(maps))
                return File.ReadLines(maps).Where(line => line.IndexOf('/') > 0).Select(line => line.Substring(line.IndexOf('/')));
            return Process.GetCurrentProcess().Modules.Cast<ProcessModule>().Select(module => module.FileName);
        }

        /// <summary>Where P/Invoke looks is the runtime's choice; what can be said about it is said here.</summary>
        private static class Loader
        {
            private static Type nativeLibrary;
            private static string given;

            /// <summary>
            /// From .NET Core 3 on there is a resolver for it. It is not in netstandard2.0, and so called by its name; false
            /// where the runtime has none.
            /// </summary>
            internal static bool Resolve(string path)
            {
                given = path;
                nativeLibrary = typeof(object).Assembly.GetType("System.Runtime.InteropServices.NativeLibrary");
                Type resolver = typeof(object).Assembly.GetType("System.Runtime.InteropServices.DllImportResolver");
                if (nativeLibrary == null || resolver == null) return false;
                MethodInfo resolve = typeof(Loader).GetMethod(nameof(Find), BindingFlags.Static | BindingFlags.NonPublic);
                MethodInfo set = nativeLibrary.GetMethod("SetDllImportResolver", new[] { typeof(Assembly), resolver });
                try
                {
                    set.Invoke(null, new object[] { typeof(Library).Assembly, Delegate.CreateDelegate(resolver, resolve) });
                }
                catch (TargetInvocationException error) when (error.InnerException is InvalidOperationException)
                {
                    // The host has set one for this assembly, and knows better.
                }
                return true;
            }

            private static IntPtr Find(string name, Assembly assembly, DllImportSearchPath? where)
            {
                if (name != Native.Library) return IntPtr.Zero;
                if (!string.IsNullOrEmpty(given))
                {
                    MethodInfo load = nativeLibrary.GetMethod("Load", new[] { typeof(string) });
                    try
                    {
                        return (IntPtr)load.Invoke(null, new object[] { given });
                    }
                    catch (TargetInvocationException error)
                    {
                        throw new DllNotFoundException(error.InnerException.Message);
                    }
                }
                foreach (string file in new[] { "regelgraf.dll", "libregelgraf.so.0", "libregelgraf.0.dylib" })
                {
                    var arguments = new object[] { file, assembly, where, null };
                    if ((bool)TryLoad.Invoke(null, arguments)) return (IntPtr)arguments[3];
                }
                return IntPtr.Zero;  // as the runtime does: libregelgraf.so
            }

            private static MethodInfo TryLoad => nativeLibrary.GetMethod(
                "TryLoad", new[] { typeof(string), typeof(Assembly), typeof(DllImportSearchPath?), typeof(IntPtr).MakeByRefType() });

            /// <summary>Else a library that is loaded already is found by its name: .NET Framework and Mono.</summary>
            internal static void Preload(string path)
            {
                if (System.IO.Path.DirectorySeparatorChar == '\\')
                {
                    if (LoadLibraryW(path) == IntPtr.Zero)
                        throw new DllNotFoundException($"Windows error {Marshal.GetLastWin32Error()}");
                }
                else if (dlopen(Utf8.Ended(path, Variable), 2 | 0x100) == IntPtr.Zero)  // RTLD_NOW | RTLD_GLOBAL
                {
                    throw new DllNotFoundException(Utf8.Copy(dlerror()));
                }
            }

            [DllImport("kernel32", SetLastError = true, CharSet = CharSet.Unicode, ExactSpelling = true)]
            private static extern IntPtr LoadLibraryW(string path);

            [DllImport("libdl.so.2", CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
            private static extern IntPtr dlopen(byte[] path, int flags);

            [DllImport("libdl.so.2", CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
            private static extern IntPtr dlerror();
        }
    }
}
