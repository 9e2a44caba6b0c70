/// A framework that loads variables: how it is recognised and where a secret goes.
struct FrameworkRule: Sendable {
  var name: String
  /// Why that file.
  var reason: String
  var isUsed: @Sendable (EnvFileRules, String) -> Bool
  /// The file for secrets, relative to the framework's folder; nil where this rule says nothing.
  var file: @Sendable (EnvFileRules, String) -> String?

  /// `.env.local`, or `.env` where only that is ignored.
  private static let localFirst: @Sendable (EnvFileRules, String) -> String? = { rules, folder in
    if rules.ignores(".env.local", in: folder) { return ".env.local" }
    return rules.ignores(".env", in: folder) ? ".env" : ".env.local"
  }
  private static let plain: @Sendable (EnvFileRules, String) -> String? = { _, _ in ".env" }

  /// One row a framework; the first that fits wins.
  static let all: [FrameworkRule] = [
    // developers.cloudflare.com, "Local development": .dev.vars or .env, never both.
    FrameworkRule(
      name: "Wrangler",
      reason: "secrets for local development go there",
      isUsed: { rules, folder in
        ["wrangler.toml", "wrangler.json", "wrangler.jsonc"].contains {
          rules.isPresent($0, in: folder)
        } && !rules.has("next", in: folder)
      },
      file: { rules, folder in
        rules.isPresent(".env", in: folder) && !rules.isPresent(".dev.vars", in: folder)
          ? ".env" : ".dev.vars"
      }
    ),
    // nextjs.org, "Environment Variables"
    FrameworkRule(
      name: "Next.js",
      reason: "it is never committed",
      isUsed: { $0.has("next", in: $1) },
      file: localFirst
    ),
    // nuxt.com, ".env": no other file is loaded without --dotenv.
    FrameworkRule(
      name: "Nuxt",
      reason: "it loads no other",
      isUsed: { $0.has("nuxt", in: $1) },
      file: plain
    ),
    // remix.run, "Environment Variables": in development only.
    FrameworkRule(
      name: "Remix",
      reason: "in development",
      isUsed: { rules, folder in
        ["@remix-run/dev", "@react-router/dev", "@remix-run/node"].contains {
          rules.has($0, in: folder)
        }
      },
      file: plain
    ),
    FrameworkRule(
      name: "SvelteKit",
      reason: "it is never committed",
      isUsed: { $0.has("@sveltejs/kit", in: $1) },
      file: localFirst
    ),
    FrameworkRule(
      name: "Astro",
      reason: "it is never committed",
      isUsed: { $0.has("astro", in: $1) },
      file: localFirst
    ),
    // vite.dev, "Env Variables and Modes"
    FrameworkRule(
      name: "Vite",
      reason: "it is never committed",
      isUsed: { $0.has("vite", in: $1) && !$0.has("express", in: $1) && !$0.has("dotenv", in: $1) },
      file: localFirst
    ),
    FrameworkRule(
      name: "Laravel",
      reason: "config/*.php reads it with env()",
      isUsed: { $0.isPresent("artisan", in: $1) || $0.has("laravel/framework", in: $1) },
      file: plain
    ),
    // symfony.com, "Configuring Environment Variables in .env Files"
    FrameworkRule(
      name: "Symfony",
      reason: ".env is committed there",
      isUsed: {
        $0.has("symfony/framework-bundle", in: $1) || $0.isPresent("symfony.lock", in: $1)
      },
      file: { _, _ in ".env.local" }
    ),
    FrameworkRule(
      name: "Rails",
      reason: "dotenv-rails reads it",
      isUsed: { rules, folder in
        let text = rules.text("Gemfile", in: folder)
        return text.contains("dotenv-rails") || text.contains("rails") && text.contains("dotenv")
      },
      file: { rules, folder in
        rules.ignores(".env", in: folder) || !rules.ignores(".env.local", in: folder)
          ? ".env" : ".env.local"
      }
    ),
    FrameworkRule(
      name: "Supabase",
      reason: "functions read it",
      isUsed: { rules, folder in
        rules.isPresent("supabase/config.toml", in: folder) && !rules.has("next", in: folder)
      },
      file: { _, _ in "supabase/functions/.env" }
    ),
    FrameworkRule(
      name: "python-decouple",
      reason: "it looks there",
      isUsed: { rules, folder in
        ["requirements.txt", "pyproject.toml", "Pipfile"].contains {
          rules.text($0, in: folder).contains("decouple")
        }
      },
      file: { rules, folder in rules.isPresent("settings.ini", in: folder) ? "settings.ini" : ".env"
      }
    ),
  ]
}
