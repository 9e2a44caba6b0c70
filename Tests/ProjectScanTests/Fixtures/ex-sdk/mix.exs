defp deps, do: [{:attio, "~> 0.3"}]
