import ArgumentParser

@main
struct AttioSetup: ParsableCommand {
}
