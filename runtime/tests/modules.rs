//! `modules.json` is what the emitter copies by: it must list every module, with exactly the siblings that it names.

use std::collections::BTreeSet;
use std::fs;

fn siblings(source: &str) -> BTreeSet<String> {
    let named = source.split("super::").skip(1);
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    named
        .map(|rest| rest.chars().take_while(|c| is_name(*c)).collect())
        .collect()
}

#[test]
fn modules_json_names_the_needs_of_every_module() {
    let root = env!("CARGO_MANIFEST_DIR");
    let table = fs::read_to_string(format!("{root}/modules.json")).unwrap();
    let library = fs::read_to_string(format!("{root}/src/lib.rs")).unwrap();
    let mut count = 0;
    for entry in fs::read_dir(format!("{root}/src")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if name == "lib" {
            continue;
        }
        let source = fs::read_to_string(&path).unwrap();
        assert!(
            !source.contains("#[cfg(test)]"),
            "{name}: tests belong into tests/, the file is copied"
        );
        assert!(
            !source.contains("crate::"),
            "{name}: `crate::` means another crate after copying"
        );
        assert!(
            library.contains(&format!("pub mod {name};")),
            "{name} is not part of the library"
        );
        let needs: Vec<String> = siblings(&source)
            .iter()
            .map(|need| format!("\"{need}\""))
            .collect();
        let line = format!(
            "  \"{name}\": {{ \"needs\": [{}], \"summary\": \"",
            needs.join(", ")
        );
        assert!(table.contains(&line), "modules.json lacks: {line}");
        count += 1;
    }
    assert_eq!(
        table.matches("\"needs\"").count(),
        count,
        "modules.json lists modules that do not exist"
    );
}
