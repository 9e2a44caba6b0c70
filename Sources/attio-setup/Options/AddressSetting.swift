internal import AttioAPI
internal import SetupCore

/// An address that an option or a variable of the shell may name; the option wins.
struct AddressSetting {
  /// The option's value.
  var option: String?
  /// The option, as an error names it.
  var optionName: String
  /// The variable's value; an empty one does not count.
  var variable: String?
  /// The variable, as an error names it.
  var variableName = ""

  /// The address that was named, else the standard one.
  func address(orElse standard: BaseURL) throws(SetupError) -> BaseURL {
    let fromVariable = variable.flatMap { $0.isEmpty ? nil : $0 }
    guard let text = option ?? fromVariable else { return standard }
    do throws(BaseURLError) {
      return try BaseURL(parsing: text)
    } catch {
      let source = option == nil ? variableName : optionName
      throw SetupError(.usage, error.message(option: source), remedy: "Nothing was sent.")
    }
  }
}
