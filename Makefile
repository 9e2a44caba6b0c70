# Everything a developer of attio-setup runs; `make help` lists it.

PREFIX ?= /usr/local
DIR ?= .
BIN = .build/debug/attio-setup
SWIFT_FLAGS = --explicit-target-dependency-import-check error
SOURCES = Package.swift Sources Tests

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help
help: ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { gsub(/\$$\$$/, "$$", $$2); printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: demo
demo: tools build ## Try the wizard on a scratch project against the sandbox; no account, no network
	@Scripts/demo.sh $(BIN)

.PHONY: run
run: build ## Run the wizard on a real project: make run DIR=../my-app
	@$(BIN) --directory '$(DIR)'

.PHONY: build
build: ## Build for debugging
	swift build $(SWIFT_FLAGS) --product attio-setup

# What depends on a release, and is a matter of `make test-package`.
PACKAGE_TESTS = [.](ReleaseTests|DebianPackageTests)/
# What runs the starter clients in their languages, a matter of `make test-clients`.
CLIENT_TESTS = [.](StarterClientRunTests|StarterLifeTests)/
# What waits for nothing and runs side by side.
PURE_TESTS = ^(AttioAPITests|GroundTests|SetupCoreTests)[.]

.PHONY: test
test: lint ## Install what is missing, check the format, build, and run the tests
	@Scripts/install-tools.sh test
	swift build $(SWIFT_FLAGS) --build-tests
	swift test $(SWIFT_FLAGS) --skip-build --filter '$(PURE_TESTS)'
	swift test $(SWIFT_FLAGS) --skip-build --skip '$(PURE_TESTS)' \
	  --skip '$(CLIENT_TESTS)' --skip '$(PACKAGE_TESTS)'

.PHONY: test-clients
test-clients: ## Run the starter clients by the interpreters and compilers of their languages
	@Scripts/install-tools.sh test
	swift build $(SWIFT_FLAGS) --build-tests
	swift test $(SWIFT_FLAGS) --skip-build --filter '$(CLIENT_TESTS)'

.PHONY: test-package
test-package: ## Make a release and a Debian package, and try them, the package in a Debian of its own
	@Scripts/install-tools.sh package
	swift build $(SWIFT_FLAGS) --build-tests
	@$(MAKE) deb
	@Scripts/in-debian.sh true
	swift test $(SWIFT_FLAGS) --skip-build --filter '$(PACKAGE_TESTS)'

.PHONY: test-browser
test-browser: ## Run only the tests that drive a real browser; pictures go to .build/browser-pages
	@Scripts/install-tools.sh test
	swift build $(SWIFT_FLAGS) --build-tests
	swift test $(SWIFT_FLAGS) --skip-build --filter '[.](BrowserTests|OAuthWizardTests)/'

SECONDS = 60
.PHONY: fuzz
fuzz: ## Feed readers of foreign bytes with random ones, SECONDS=60 for each; what breaks becomes a test
	@Scripts/fuzz.sh $(SECONDS) $(TARGETS)

.PHONY: pictures
pictures: tools ## Drive the program and draw the pictures of the documentation anew: docs/pictures
	swift build $(SWIFT_FLAGS) --build-tests
	RECORD_GOLDEN=1 swift test $(SWIFT_FLAGS) --skip-build --filter '[.]PictureTests/'

# What an installation copies; building it takes minutes, so it is built where a source is newer.
RELEASE = .build/dist/root/bin/attio-setup
$(RELEASE): Package.swift Makefile $(shell find Sources Scripts -type f)
	Scripts/release.sh

.PHONY: bench
bench: $(RELEASE) ## Print the figures of docs/benchmarks.md; FAST=1 leaves the clean clone out, which takes minutes
	@Scripts/install-tools.sh bench
	@python3 -B Benchmarks/bench.py --program $(RELEASE) \
	  $(if $(FAST),--fast) $(if $(ONLY),--only $(ONLY))

FILE =
.PHONY: spec
spec: ## Compare the tables of operations with an OpenAPI document of Attio's: make spec FILE=openapi.json
	@swift build $(SWIFT_FLAGS) --product attio-spec >/dev/null
	@.build/debug/attio-spec '$(FILE)'

.PHONY: lint
lint: ## Check the format with the toolchain's own formatter
	swift format lint --strict --parallel --recursive $(SOURCES)

.PHONY: format
format: ## Put the sources into the format that lint checks
	swift format --in-place --parallel --recursive $(SOURCES)

.PHONY: release
release: $(RELEASE) ## Build one file that needs no Swift, and an archive, into .build/dist

.PHONY: deb
deb: $(RELEASE) ## Build a Debian package into .build/dist
	Scripts/deb.sh

.PHONY: install
install: $(RELEASE) ## Install program, completions and manual page: make install PREFIX=$$HOME/.local
	@Scripts/install.sh install '$(DESTDIR)$(PREFIX)'

.PHONY: uninstall
uninstall: ## Take away what install copied, with the same PREFIX
	@Scripts/install.sh uninstall '$(DESTDIR)$(PREFIX)'

.PHONY: tools
tools: ## Install what the demo needs, or name it
	@Scripts/install-tools.sh

.PHONY: clean
clean: ## Remove what was built
	swift package clean
	rm -rf .build/demo .build/dist .build/debian.tar
