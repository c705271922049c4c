using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace CommissioningBot.Knowledge.Imports.Documents;

/// <summary>Reads the text of a PDF with poppler's <c>pdftotext</c>, a program of its own that is stopped if it takes too long or writes too much.</summary>
internal sealed class PdfReader(string program, TimeSpan longest)
{
    private const int MostText = 20 * 1024 * 1024;

    /// <exception cref="UnreadableFileException">The program is not there, cannot read the file, or was stopped.</exception>
    public RawDocument Read(string path)
    {
        var start = new ProcessStartInfo(program, ["-layout", "-enc", "UTF-8", "-q", Path.GetFullPath(path), "-"])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, UseShellExecute = false,
        };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            using var time = new CancellationTokenSource(longest);
            try
            {
                process.ErrorDataReceived += (_, _) => { };
                process.BeginErrorReadLine();
                var text = ReadAll(process, time.Token).GetAwaiter().GetResult();
                process.WaitForExitAsync(time.Token).GetAwaiter().GetResult();
                if (process.ExitCode != 0) throw new UnreadableFileException("pdftotext cannot read it: it is damaged, or locked with a password");
                return string.IsNullOrWhiteSpace(text)
                    ? throw new UnreadableFileException("it holds no text, only pictures of pages; export it with its text, or run it through text recognition first")
                    : PlainTextReader.Read(text);
            }
            catch (OperationCanceledException)
            {
                throw new UnreadableFileException(FormattableString.Invariant($"pdftotext was stopped after {longest.TotalSeconds:0} seconds"));
            }
            finally
            {
                if (!process.HasExited) process.Kill(entireProcessTree: true);
            }
        }
        catch (Win32Exception)
        {
            throw new UnreadableFileException("PDF files are read with the program pdftotext, which is not here; on Debian and Ubuntu install the package poppler-utils");
        }
    }

    private static async Task<string> ReadAll(Process process, CancellationToken cancel)
    {
        var text = new StringBuilder();
        var buffer = new char[65536];
        int read;
        while ((read = await process.StandardOutput.ReadAsync(buffer, cancel)) > 0)
        {
            text.Append(buffer, 0, read);
            if (text.Length > MostText) throw new UnreadableFileException("it holds more than 20 million letters");
        }
        return text.ToString();
    }
}
