using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace VqganBot.Health;

/// <summary>Keeps what the instruments of one meter say, and writes it in Prometheus' text format (version 0.0.4).</summary>
internal sealed class PrometheusText : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Family> _families = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();

    public PrometheusText(BotMeter meter)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, meter.Meter)) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.Start();
    }

    public string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        lock (_lock)
        {
            foreach (var family in _families.Values) family.Write(text);
        }

        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = Labels(tags);
        lock (_lock)
        {
            if (!_families.TryGetValue(instrument.Name, out var family))
                _families[instrument.Name] = family = new Family(instrument);
            family.Record(labels, value);
        }
    }

    // Label values are this program's own words, never what somebody typed.
    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in tags)
            text.Append(text.Length == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"{name}=\"{value}\"");
        return text.ToString();
    }

    private sealed class Family(Instrument instrument)
    {
        private readonly SortedDictionary<string, double> _values = new(StringComparer.Ordinal);
        private readonly double[]? _bounds = (instrument as Histogram<double>)?.Advice?.HistogramBucketBoundaries?.ToArray();
        private long[] _buckets = [];
        private double _sum;

        public void Record(string labels, double value)
        {
            if (_bounds is not null)
            {
                if (_buckets.Length == 0) _buckets = new long[_bounds.Length + 1];
                var bucket = Array.FindIndex(_bounds, bound => value <= bound);
                _buckets[bucket < 0 ? _bounds.Length : bucket]++;
                _sum += value;
            }
            else
            {
                _values[labels] = instrument.IsObservable ? value : _values.GetValueOrDefault(labels) + value;
            }
        }

        public void Write(StringBuilder text)
        {
            var kind = _bounds is not null ? "histogram" : instrument.Name.EndsWith("_total", StringComparison.Ordinal) ? "counter" : "gauge";
            text.Append(CultureInfo.InvariantCulture, $"# HELP {instrument.Name} {instrument.Description}\n# TYPE {instrument.Name} {kind}\n");
            foreach (var (labels, value) in _values)
                text.Append(CultureInfo.InvariantCulture, $"{instrument.Name}{(labels.Length == 0 ? "" : $"{{{labels}}}")} {value}\n");
            if (_bounds is not null) WriteHistogram(text);
        }

        private void WriteHistogram(StringBuilder text)
        {
            long count = 0;
            for (var i = 0; i < _buckets.Length; i++)
            {
                count += _buckets[i];
                var bound = i < _bounds!.Length ? _bounds[i].ToString(CultureInfo.InvariantCulture) : "+Inf";
                text.Append(CultureInfo.InvariantCulture, $"{instrument.Name}_bucket{{le=\"{bound}\"}} {count}\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"{instrument.Name}_sum {_sum}\n{instrument.Name}_count {count}\n");
        }
    }
}
