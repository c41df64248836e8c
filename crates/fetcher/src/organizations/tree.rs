//! Organizational units and accounts, as they are listed.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use serde_json::Value;

use crate::describe::Variables;

/// Levels between the root and an account; AWS allows five.
const MAX_LEVELS: usize = 16;

/// An account of the organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Member {
    pub(super) id: Arc<str>,
    /// Whether it is neither suspended nor about to be closed.
    pub(super) is_active: bool,
    /// Id and name of the root and of each unit down to the account.
    pub(super) units: Vec<(String, String)>,
    pub(super) tags: Vec<(String, String)>,
}

/// What was listed so far.
#[derive(Debug, Default)]
pub(super) struct Tree(RefCell<Parts>);

#[derive(Debug, Default)]
struct Parts {
    /// Name and parent of each unit, by id; the root has no parent.
    units: HashMap<String, (String, Option<String>)>,
    /// Id, whether it is active, and parent.
    accounts: Vec<(String, bool, String)>,
    /// Tags by the id of what has them.
    tags: HashMap<String, Vec<(String, String)>>,
}

impl Tree {
    /// Takes an item of one of the calls that list an organization.
    pub(super) fn add(&self, action: &str, item: &Value, variables: &Variables) {
        let text = |name: &str| item.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let known = |name: &str| variables.get(name).unwrap_or_default().to_owned();
        let mut parts = self.0.borrow_mut();
        match action {
            "ListRoots" => {
                parts.units.insert(text("Id"), (text("Name"), None));
            }
            "ListOrganizationalUnitsForParent" => {
                parts.units.insert(text("Id"), (text("Name"), Some(known("ParentId"))));
            }
            "ListAccountsForParent" => {
                // `Status` is being replaced by `State`; whichever says so counts.
                let is_active = [text("State"), text("Status")].contains(&"ACTIVE".to_owned());
                parts.accounts.push((text("Id"), is_active, known("ParentId")));
            }
            "ListTagsForResource" => {
                let tags = item.get("Tags").and_then(Value::as_array).into_iter().flatten();
                let part =
                    |tag: &Value, name| tag.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
                let tags = tags.map(|tag| (part(tag, "Key"), part(tag, "Value")));
                parts.tags.entry(known("ResourceId")).or_default().extend(tags);
            }
            _ => {}
        }
    }

    /// All accounts, by id.
    pub(super) fn members(self) -> Vec<Member> {
        let Parts { units, accounts, tags } = self.0.into_inner();
        let mut members: Vec<Member> = accounts
            .into_iter()
            .map(|(id, is_active, parent)| Member {
                units: above(&units, parent),
                tags: tags.get(&id).cloned().unwrap_or_default(),
                id: id.into(),
                is_active,
            })
            .collect();
        members.sort_by(|one, other| one.id.cmp(&other.id));
        members.dedup_by(|one, other| one.id == other.id);
        members
    }
}

/// The units from the root down to one.
fn above(units: &HashMap<String, (String, Option<String>)>, unit: String) -> Vec<(String, String)> {
    let mut chain = Vec::new();
    let mut next = Some(unit);
    while let Some(id) = next.filter(|_| chain.len() < MAX_LEVELS) {
        let (name, parent) = units.get(&id).cloned().unwrap_or_default();
        chain.push((id, name));
        next = parent;
    }
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn below(parent: &str) -> Variables {
        Variables::default().with(&[("ParentId".to_owned(), parent.to_owned())])
    }

    #[test]
    fn accounts_know_their_units_and_tags() {
        let tree = Tree::default();
        tree.add("ListRoots", &json!({"Id": "r-1", "Name": "Root"}), &Variables::default());
        tree.add("ListOrganizationalUnitsForParent", &json!({"Id": "ou-1", "Name": "Prod"}), &below("r-1"));
        let account = json!({"Id": "111122223333", "Status": "ACTIVE"});
        tree.add("ListAccountsForParent", &account, &below("ou-1"));
        tree.add("ListAccountsForParent", &json!({"Id": "444455556666", "State": "CLOSED"}), &below("r-1"));
        let resource = Variables::default().with(&[("ResourceId".to_owned(), "111122223333".to_owned())]);
        tree.add("ListTagsForResource", &json!({"Tags": [{"Key": "Stage", "Value": "prod"}]}), &resource);
        let text = |text: &str| text.to_owned();
        let root = (text("r-1"), text("Root"));
        assert_eq!(
            tree.members(),
            [
                Member {
                    id: "111122223333".into(),
                    is_active: true,
                    units: vec![root.clone(), (text("ou-1"), text("Prod"))],
                    tags: vec![(text("Stage"), text("prod"))],
                },
                Member { id: "444455556666".into(), is_active: false, units: vec![root], tags: vec![] },
            ]
        );
    }

    #[test]
    fn a_circle_of_units_ends() {
        let tree = Tree::default();
        tree.add("ListOrganizationalUnitsForParent", &json!({"Id": "a"}), &below("b"));
        tree.add("ListOrganizationalUnitsForParent", &json!({"Id": "b"}), &below("a"));
        tree.add("ListAccountsForParent", &json!({"Id": "1"}), &below("a"));
        assert_eq!(tree.members()[0].units.len(), MAX_LEVELS);
    }
}
