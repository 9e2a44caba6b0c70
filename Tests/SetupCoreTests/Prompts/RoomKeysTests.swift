import TestSupport
import Testing

@testable import SetupCore

/// The keys of every place that has a golden screen.
struct RoomKeysTests {
  @Test(arguments: Scene.all)
  func `a key has one meaning at a place`(scene: Scene) {
    var driver = WizardDriver()
    scene.arrive(&driver)
    var seen: Set<Key> = []
    for key in driver.state.keys.flatMap(\.keys) {
      #expect(seen.insert(key).inserted, "\(key) stands twice")
    }
  }

  @Test(arguments: Scene.all)
  func `Enter, Esc and Ctrl-L always mean something`(scene: Scene) {
    var driver = WizardDriver()
    scene.arrive(&driver)
    let keys = driver.state.keys
    #expect(keys.contains { $0.role == .confirm && $0.keys.contains(.enter) })
    #expect(keys.contains { $0.role == .back && $0.keys.contains(.escape) })
    #expect(keys.contains { $0.keys == [.control("l")] })
  }

  @Test(arguments: Scene.all)
  func `Ctrl-L changes nothing but the remark`(scene: Scene) {
    var driver = WizardDriver()
    scene.arrive(&driver)
    driver.state.hall.desk.notice = nil
    let before = driver.state
    #expect(driver.press(.control("l")).isEmpty)
    #expect(driver.state == before)
  }
}
