using AuroraView.Threading.Tests;
using AuroraView.Views;
using Xunit;

namespace AuroraView.Tests.Views;

public class RepeatedReportsTests
{
    private readonly ManualClock _clock = new();
    private readonly List<string> _told = [];
    private readonly RepeatedReports _reports;

    public RepeatedReportsTests() => _reports = new RepeatedReports((message, _) => _told.Add(message), _clock);

    [Fact]
    public void Report_Number_IsToldOnceWhenItHasStopped()
    {
        for (var i = 0; i < 30; i++)
        {
            _reports.Report(RepeatedReport.EventsDropped, "dropped", null, 100);
            _clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Empty(_told);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(["dropped (3000 times)"], _told);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(_clock.NextDue);
        _reports.Report(RepeatedReport.EventsDropped, "dropped");
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(["dropped (3000 times)", "dropped"], _told);
    }

    [Fact]
    public void Report_NumberDoesNotStop_IsToldEveryTenSeconds()
    {
        for (var i = 0; i < 250; i++)
        {
            _reports.Report(RepeatedReport.EventsDropped, "dropped");
            _clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal(2, _told.Count);
        _reports.Dispose();
        Assert.Equal(3, _told.Count);
        Assert.Equal(250, _told.Sum(static line => int.Parse(line.Split('(', ' ')[2], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Report_Message_IsToldAtOnceAndTheRestASecondLater()
    {
        for (var i = 0; i < 5; i++)
            _reports.Report(RepeatedReport.Garbage, "garbage");
        Assert.Equal(["garbage"], _told);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["garbage", "garbage (4 times within a second)"], _told);
    }
}
