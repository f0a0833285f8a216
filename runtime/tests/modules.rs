//! `modules.json` is what the emitter copies by: it must list every module with exactly the siblings that it names, and each
//! module must compile without a warning in a crate that holds nothing but it and its needs.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn module_names() -> BTreeSet<String> {
    let entries = fs::read_dir(format!("{ROOT}/src")).unwrap();
    let names = entries.map(|entry| {
        entry
            .unwrap()
            .path()
            .file_stem()
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned()
    });
    names.filter(|name| name != "lib").collect()
}

fn source(name: &str) -> String {
    fs::read_to_string(format!("{ROOT}/src/{name}.rs")).unwrap()
}

fn siblings(source: &str) -> BTreeSet<String> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let named = source.split("super::").skip(1);
    named
        .map(|rest| rest.chars().take_while(|c| is_name(*c)).collect())
        .collect()
}

#[test]
fn modules_json_names_the_needs_of_every_module() {
    let table = fs::read_to_string(format!("{ROOT}/modules.json")).unwrap();
    let library = fs::read_to_string(format!("{ROOT}/src/lib.rs")).unwrap();
    for name in module_names() {
        let source = source(&name);
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
    }
    let listed = table.matches("\"needs\"").count();
    assert_eq!(
        listed,
        module_names().len(),
        "modules.json lists modules that do not exist"
    );
}

fn with_needs(name: &str, into: &mut BTreeSet<String>) {
    if into.insert(name.to_owned()) {
        siblings(&source(name))
            .iter()
            .for_each(|need| with_needs(need, into));
    }
}

/// A binary crate as the emitter lays it out, with the modules under `rt`.
fn write_crate(directory: &Path, modules: &BTreeSet<String>) -> PathBuf {
    fs::create_dir_all(directory.join("rt")).unwrap();
    let declarations: String = modules
        .iter()
        .map(|name| format!("pub mod {name};\n"))
        .collect();
    fs::write(directory.join("rt/mod.rs"), declarations).unwrap();
    for name in modules {
        fs::write(directory.join(format!("rt/{name}.rs")), source(name)).unwrap();
    }
    let main = directory.join("main.rs");
    fs::write(&main, "#![allow(dead_code)]\nmod rt;\nfn main() {}\n").unwrap();
    main
}

#[test]
fn every_module_compiles_alone_in_both_editions() {
    let directory = std::env::temp_dir().join(format!("zig2rust-modules-{}", std::process::id()));
    for name in module_names() {
        let mut modules = BTreeSet::new();
        with_needs(&name, &mut modules);
        let main = write_crate(&directory.join(&name), &modules);
        for edition in ["2021", "2024"] {
            let output = Command::new(std::env::var("RUSTC").unwrap_or("rustc".to_owned()))
                .args([
                    "--edition",
                    edition,
                    "-D",
                    "warnings",
                    "--emit",
                    "metadata",
                    "-o",
                ])
                .arg(directory.join("out"))
                .arg(&main)
                .output()
                .unwrap();
            let errors = String::from_utf8_lossy(&output.stderr);
            assert!(
                output.status.success(),
                "{name}, edition {edition}:\n{errors}"
            );
        }
    }
    fs::remove_dir_all(&directory).unwrap();
}
