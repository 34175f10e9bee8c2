# What is shipped: the binaries' needs, the packages tried from projects of their own.

packages_missing() {
  core_missing
}

packages_run() {
  dotnet_suite AuroraView.Packages.Tests
}
