using System.Net;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.DependencyInjection;
using OpenGov.Api.Database;

namespace OpenGov.Api.Tests;

/// <summary>What only SQL Server has: copies to read from, failures that pass, sign-in by Entra.</summary>
[TestFixtureSource(typeof(TestDatabases), nameof(TestDatabases.SqlServerOnly))]
public sealed class ReplicaTests(string provider)
{
    private const string Id = "MX-DUR-PAL1-C2";

    [Test]
    public async Task A_copy_is_read_and_one_that_lags_behind_or_does_not_answer_is_passed_over()
    {
        await using var lagging = await OpenGovApplication.StartAsync(provider);
        var copy = lagging.DatabaseSettings.Single(setting => setting.Key == "ConnectionStrings:OpenGov").Value!;
        await using var app = await OpenGovApplication.StartAsync(provider, ("ConnectionStrings:OpenGovReplica", copy));

        // Something that only the copy says shows that it is read: not a change, so that it does not seem newer.
        await using (var connection = new SqlConnection(copy))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE commitments SET title_en = 'Read from the copy' WHERE id = 'MX-DUR-PAL1-C2'";
            await command.ExecuteNonQueryAsync();
        }

        Assert.That((await app.GetAsync($"commitments/{Id}")).GetProperty("title_en").GetString(), Is.EqualTo("Read from the copy"));

        await app.SaveCommitmentAsync(Id, ("title_en", "Newer than the copy"));
        Assert.That(
            (await app.GetAsync($"commitments/{Id}")).GetProperty("title_en").GetString(),
            Is.EqualTo("Newer than the copy"),
            "a copy that lags behind is not read"
        );
        Assert.That(
            (await app.GetAsync("/health/ready")).GetProperty("dependencies").GetProperty("replica").GetProperty("status").GetString(),
            Is.EqualTo("healthy")
        );

        var nowhere = new SqlConnectionStringBuilder(copy) { InitialCatalog = "opengov_test_nowhere", ConnectTimeout = 2 }.ToString();
        await using var alone = await app.StartAnotherNodeAsync(("ConnectionStrings:OpenGovReplica", nowhere));
        Assert.That((await alone.GetAsync($"commitments/{Id}")).GetProperty("title_en").GetString(), Is.EqualTo("Newer than the copy"));
        using var ready = await alone.SendAsync("/health/ready");
        Assert.That(ready.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await ready.Content.ReadAsStringAsync(), Does.Contain("degraded"));
    }

    [Test]
    public async Task A_node_that_was_there_before_a_restore_names_the_log_as_one_that_came_after()
    {
        await using var app = await OpenGovApplication.StartAsync(provider);
        await app.SaveCommitmentAsync(Id, ("title_en", "Lost with the restore"));
        var before = await app.GetAsync("changes?limit=1");
        await using (var connection = await app.Services.GetRequiredService<DataStore>().OpenAsync(CancellationToken.None))
        {
            await using var command = connection.CreateCommand();
            command.CommandText =
                "DELETE FROM changes WHERE sequence = (SELECT d.sequence FROM data_version d WHERE d.id = 1); "
                + "UPDATE data_version SET sequence = sequence - 1 WHERE id = 1";
            await command.ExecuteNonQueryAsync();
        }

        await Eventually.HoldsAsync(
            async () => (await app.GetAsync("changes?limit=1")).GetProperty("head").GetInt64() < before.GetProperty("head").GetInt64(),
            "the node sees the restored log"
        );
        await using var after = await app.StartAnotherNodeAsync();
        var (one, other) = (await app.GetAsync("changes?limit=1"), await after.GetAsync("changes?limit=1"));
        Assert.That(one.GetProperty("epoch").GetString(), Is.EqualTo(other.GetProperty("epoch").GetString()));
    }

    [Test]
    public async Task When_the_server_drops_every_connection_reads_and_writes_go_on()
    {
        await using var app = await OpenGovApplication.StartAsync(provider);
        var address = app.DatabaseSettings.Single(setting => setting.Key == "ConnectionStrings:OpenGov").Value!;
        for (var i = 0; i < 5; i++)
        {
            await app.SaveCommitmentAsync(Id, ("title_en", $"Before {i}"));
            await app.GetAsync($"commitments/{Id}");
            await using (
                var connection = new SqlConnection(new SqlConnectionStringBuilder(address) { InitialCatalog = "master" }.ToString())
            )
            {
                await connection.OpenAsync();
                await using var command = connection.CreateCommand();
                command.CommandText =
                    "SELECT s.session_id FROM sys.dm_exec_sessions s WHERE s.session_id <> @@SPID AND s.is_user_process = 1 AND "
                    + "s.login_name = SUSER_SNAME()";
                var sessions = new List<int>();
                await using (var rows = await command.ExecuteReaderAsync())
                {
                    while (await rows.ReadAsync())
                    {
                        sessions.Add(Convert.ToInt32(rows.GetValue(0), System.Globalization.CultureInfo.InvariantCulture));
                    }
                }

                foreach (var session in sessions)
                {
                    command.CommandText = $"KILL {session}";
                    await command.ExecuteNonQueryAsync();
                }
            }

            Assert.That((await app.GetAsync($"commitments/{Id}/history")).ToString(), Does.Contain($"Before {i}"));
            await app.SaveCommitmentAsync(Id, ("title_en", $"After {i}"));
            Assert.That((await app.GetAsync($"commitments/{Id}")).GetProperty("title_en").GetString(), Is.EqualTo($"After {i}"));
        }
    }
}

/// <summary>What SqlClient is told before it connects; needs no server.</summary>
public sealed class SqlServerSettingsTests
{
    [TestCase("Active Directory Default", SqlAuthenticationMethod.ActiveDirectoryDefault)]
    [TestCase("Active Directory Managed Identity", SqlAuthenticationMethod.ActiveDirectoryManagedIdentity)]
    [TestCase("Active Directory Workload Identity", SqlAuthenticationMethod.ActiveDirectoryWorkloadIdentity)]
    public void An_Entra_method_in_the_connection_string_has_a_provider(string authentication, SqlAuthenticationMethod method)
    {
        Environment.SetEnvironmentVariable("AZURE_TENANT_ID", "00000000-0000-0000-0000-000000000000");
        Environment.SetEnvironmentVariable("AZURE_FEDERATED_TOKEN_FILE", "/nowhere");
        EntraAuthentication.Register(
            $"Server=nowhere;Database=OpenGov;User Id=00000000-0000-0000-0000-000000000001;Authentication={authentication}"
        );
        Assert.That(SqlAuthenticationProvider.GetProvider(method), Is.InstanceOf<EntraAuthentication>());
    }

    [Test]
    public void A_copy_is_opened_for_reading_only_and_encryption_is_on_unless_it_is_turned_off()
    {
        var copy = new SqlConnectionStringBuilder(new SqlServerDialect().ForReading("Server=nowhere;Database=OpenGov"));
        Assert.That(copy.ApplicationIntent, Is.EqualTo(ApplicationIntent.ReadOnly));
        Assert.That(copy.Encrypt, Is.EqualTo(SqlConnectionEncryptOption.Mandatory));
        Assert.That(copy.Pooling, Is.True);
    }

    [Test]
    public async Task What_fails_for_a_passing_reason_is_done_again_and_what_fails_for_good_is_not()
    {
        var attempts = 0;
        var done = await new SqlServerDialect().RepeatAsync(
            () => ++attempts < 3 ? throw Failure(1205) : Task.FromResult(attempts),
            CancellationToken.None
        );
        Assert.That(done, Is.EqualTo(3));
        attempts = 0;
        Assert.That(
            async () =>
                await new SqlServerDialect().RepeatAsync<int>(
                    () =>
                    {
                        attempts++;
                        throw Failure(547);
                    },
                    CancellationToken.None
                ),
            Throws.InstanceOf<SqlException>()
        );
        Assert.That(attempts, Is.EqualTo(1));
    }

    /// <summary>SqlClient makes its exceptions itself and lets nobody else; a test must.</summary>
    private static SqlException Failure(int number)
    {
        const System.Reflection.BindingFlags Hidden =
            System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Instance;
        var error = typeof(SqlError).GetConstructors(Hidden).OrderBy(constructor => constructor.GetParameters().Length).First();
        var arguments = error
            .GetParameters()
            .Select(
                (parameter, i) =>
                    i == 0 ? number
                    : parameter.ParameterType == typeof(string) ? ""
                    : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType)
                    : null
            )
            .ToArray();
        var errors = (SqlErrorCollection)Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        typeof(SqlErrorCollection).GetMethod("Add", Hidden)!.Invoke(errors, [error.Invoke(arguments)]);
        return (SqlException)
            typeof(SqlException)
                .GetMethod("CreateException", Hidden, [typeof(SqlErrorCollection), typeof(string)])!
                .Invoke(null, [errors, "16.0"])!;
    }
}
